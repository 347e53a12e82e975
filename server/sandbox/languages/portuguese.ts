import type { Language } from './language.ts';

export const portuguese: Language = {
  code: 'pt',
  weight: 5,
  givenNames: ['João', 'Conceição', 'Inês', 'Tomás', 'Luísa', 'Gonçalo', 'Mônica', 'Vânia', 'Estêvão'],
  familyNames: ['Magalhães', 'da Conceição', 'Guimarães', 'Antunes', 'Leitão', 'Araújo', 'Simões', 'Corrêa'],
  fullName: '{given} {family}',
  separator: ' ',
  products: ['candeeiro Juno', 'estante Alder', 'mesa de carvalho Tarn', 'poltrona Wren', 'tapete Moss'],
  shops: ['Lisboa Chiado', 'Porto', 'Braga'],
  short: ['Reembolso?', 'Continuo à espera', 'Cor errada', 'Ninguém atende', 'Falta a fatura'],
  complaints: [
    'Encomenda {order}: o artigo chegou partido ({product}).',
    'Há {days} dias que espero pela entrega ({product}) e ninguém responde.',
    'Fui à loja ({shop}) e recusaram a devolução da encomenda {order}.',
    'Cobraram-me duas vezes a encomenda {order}.',
    'Faltam peças na embalagem ({product}) e não consigo acabar a montagem.',
  ],
  details: [
    'Já enviei fotografias e a fatura.',
    'Passei uma hora ao telefone sem qualquer solução.',
    'É a terceira reclamação sobre o mesmo assunto.',
  ],
  wishes: [
    'Quero o meu dinheiro de volta.',
    'Peço que me liguem depois das 18h.',
    'Agradeço uma resposta por escrito.',
  ],
};
