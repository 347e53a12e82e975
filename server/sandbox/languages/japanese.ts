import type { Language } from './language.ts';

export const japanese: Language = {
  code: 'ja',
  weight: 4,
  givenNames: ['葵', '翔太', '美咲', 'さくら', '健一', '陽菜', '大輔'],
  familyNames: ['佐藤', '髙橋', '渡邊', '小林', '齋藤', '山本'],
  fullName: '{family} {given}',
  separator: '',
  products: ['フロアランプ「Juno」', '本棚「Alder」', 'オーク材テーブル「Tarn」', 'アームチェア「Wren」'],
  shops: ['ロンドン店', 'パリ店', 'オンラインショップ'],
  short: ['返金はいつですか?', 'まだ届きません', '色が違います', '部品不足', '電話がつながらない'],
  complaints: [
    '注文番号{order}の{product}が破損した状態で届きました。',
    '{product}を注文して{days}日経ちますが、まだ届きません。',
    '{shop}で注文{order}の返品を断られました。',
    '注文{order}の代金が二重に請求されています。',
    '{product}のネジと説明書が入っていませんでした。',
  ],
  details: [
    '写真はすでに二回お送りしました。',
    '電話で四十分も待たされました。',
    'この件での連絡は三回目です。',
  ],
  wishes: ['至急、返金をお願いします。', '夕方以降にお電話をください。', '書面での回答を希望します。'],
};
