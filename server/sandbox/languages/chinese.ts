import type { Language } from './language.ts';

export const chinese: Language = {
  code: 'zh',
  weight: 4,
  givenNames: ['伟', '芳', '秀英', '建国', '雨桐', '浩然', '丽娜'],
  familyNames: ['王', '李', '欧阳', '陈', '刘', '司徒', '赵'],
  fullName: '{family}{given}',
  separator: '',
  products: ['Juno 落地灯', 'Alder 书架', 'Tarn 橡木桌', 'Wren 扶手椅'],
  shops: ['巴黎店', '柏林店', '网上商店'],
  short: ['什么时候退款?', '还没收到货', '颜色发错了', '没人接电话', '缺少零件'],
  complaints: [
    '订单{order}的{product}送到时已经破损。',
    '我{days}天前订购了{product},到现在还没有送货日期。',
    '{shop}拒绝受理订单{order}的退货。',
    '订单{order}被重复扣款。',
  ],
  details: ['照片我已经发过两次了。', '打客服电话等了半个小时。', '这是我第三次反映这个问题。'],
  wishes: ['请在一周内退款。', '请在下午五点以后给我回电话。', '请给我书面答复。'],
};
