import type { Language } from './language.ts';

export const turkish: Language = {
  code: 'tr',
  weight: 5,
  givenNames: ['Ayşe', 'Çağrı', 'İbrahim', 'Gülşen', 'Oğuz', 'Şebnem', 'Ümit', 'Işıl', 'Tuğba'],
  familyNames: ['Yılmaz', 'Çelik', 'Öztürk', 'Işık', 'Şahin', 'Kılıç', 'Gündoğdu', 'Aydın'],
  fullName: '{given} {family}',
  separator: ' ',
  products: ['Juno lambader', 'Alder kitaplık', 'Tarn meşe masa', 'Wren koltuk', 'Moss halı'],
  shops: ['İstanbul Kadıköy', 'Ankara', 'İzmir'],
  short: ['Para iadesi?', 'Hâlâ bekliyorum', 'Yanlış renk geldi', 'Kimse aramadı', 'Fatura eksik'],
  complaints: [
    '{order} numaralı siparişimdeki ürün ({product}) kırık geldi.',
    '{days} gündür teslimat bekliyorum ({product}), kimse bilgi vermiyor.',
    'Mağazada ({shop}) {order} numaralı siparişin iadesini kabul etmediler.',
    '{order} numaralı sipariş için kartımdan iki kez para çekildi.',
    'Kutudan vidalar ve montaj kılavuzu çıkmadı ({product}).',
  ],
  details: [
    'Fotoğrafları daha önce iki kez gönderdim.',
    'Telefonda kırk dakika bekledim.',
    'Kurye yanlış adrese gitmiş.',
  ],
  wishes: [
    'Paramın bir hafta içinde iade edilmesini istiyorum.',
    'Lütfen akşam beni arayın.',
    'Yazılı cevap bekliyorum.',
  ],
};
