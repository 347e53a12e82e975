import type { Language } from './language.ts';

export const polish: Language = {
  code: 'pl',
  weight: 5,
  givenNames: [
    'Małgorzata',
    'Łukasz',
    'Agnieszka',
    'Świętosława',
    'Wojciech',
    'Żaneta',
    'Bogusław',
    'Grażyna',
    'Michał',
  ],
  familyNames: [
    'Wiśniewska',
    'Dąbrowski',
    'Szczęsny',
    'Łęcka',
    'Kołodziej',
    'Grzegorzewska',
    'Źrebiec',
    'Majchrzak',
  ],
  fullName: '{given} {family}',
  separator: ' ',
  products: ['lampa Juno', 'regał Alder', 'stół dębowy Tarn', 'fotel Wren', 'dywan Moss'],
  shops: ['Warszawa', 'Kraków', 'Gdańsk'],
  short: ['Zwrot pieniędzy?', 'Nadal czekam', 'Zły kolor', 'Brak faktury', 'Gdzie jest {order}?'],
  complaints: [
    'Zamówienie {order}: towar przyszedł uszkodzony ({product}).',
    'Od {days} dni czekam na dostawę ({product}) i nikt nie odpowiada.',
    'W sklepie ({shop}) odmówiono przyjęcia reklamacji {order}.',
    'Pobrano dwa razy opłatę za zamówienie {order}.',
    'W paczce brakuje śrub i instrukcji montażu ({product}).',
  ],
  details: [
    'Zdjęcia wysłałam już dwa razy.',
    'Na infolinii czekałem prawie godzinę.',
    'Kurier zostawił paczkę pod drzwiami sąsiada.',
  ],
  wishes: [
    'Proszę o zwrot pieniędzy w ciągu tygodnia.',
    'Proszę o telefon po godzinie 17.',
    'Oczekuję pisemnej odpowiedzi.',
  ],
};
