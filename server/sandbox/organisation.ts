export interface SandboxSegment {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export interface SandboxPerson {
  readonly name: string;
  readonly email: string;
}

/** Segments of the invented retailer Fernhollow Home; the first ones have the most tickets. */
export const SEGMENTS: readonly SandboxSegment[] = [
  { id: 188602, code: 'WEB', name: 'Online shop' },
  { id: 188603, code: 'CARE', name: 'Customer care' },
  { id: 188604, code: 'DLV', name: 'Delivery and assembly' },
  { id: 188605, code: 'RET', name: 'Returns and repairs' },
  { id: 188611, code: 'BER', name: 'Store Berlin Mitte' },
  { id: 188612, code: 'PAR', name: 'Store Paris Bastille' },
  { id: 188613, code: 'MAD', name: 'Store Madrid Centro' },
  { id: 188614, code: 'LIS', name: 'Store Lisboa Chiado' },
  { id: 188615, code: 'WAW', name: 'Store Warszawa' },
  { id: 188616, code: 'IST', name: 'Store İstanbul Kadıköy' },
  { id: 188617, code: 'DUB', name: 'Store Dublin' },
  { id: 188620, code: 'GIFT', name: 'Gift cards and loyalty' },
];

/** Assignees; the first ones have the most tickets. */
export const PEOPLE: readonly SandboxPerson[] = [
  person('Anna Kowalczyk', 'anna.kowalczyk'),
  person('Mateo García', 'mateo.garcia'),
  person('Jonas Weber', 'jonas.weber'),
  person('Fatima El Amrani', 'fatima.elamrani'),
  person('Sinéad Byrne', 'sinead.byrne'),
  person('Luca Romano', 'luca.romano'),
  person('Yuki Tanaka', 'yuki.tanaka'),
  person('Amara Okonkwo', 'amara.okonkwo'),
  person('Zeynep Kaya', 'zeynep.kaya'),
  person('Pierre Lefèvre', 'pierre.lefevre'),
  person('Beatriz Carvalho', 'beatriz.carvalho'),
  person('Rajesh Iyer', 'rajesh.iyer'),
  person('Ingrid Søndergaard', 'ingrid.sondergaard'),
  person('Oleksandr Bondarenko', 'oleksandr.bondarenko'),
  person('Noa Ben-Ami', 'noa.benami'),
  person('Chen Wei', 'chen.wei'),
  person('Katarína Horváthová', 'katarina.horvathova'),
  person('Tamás Szabó', 'tamas.szabo'),
  person('Layla Haddad', 'layla.haddad'),
  person('Mikael Virtanen', 'mikael.virtanen'),
  person('Eleni Papadaki', 'eleni.papadaki'),
  person('Thị Mai Nguyễn', 'mai.nguyen'),
  person('David Müller-Sanchez', 'david.mueller-sanchez'),
  person('Chiara Dell’Acqua', 'chiara.dellacqua'),
  person('Bogdan Ionescu', 'bogdan.ionescu'),
];

function person(name: string, mailbox: string): SandboxPerson {
  return { name, email: `${mailbox}@example.com` };
}
