import type { PreparedQuestion } from '../../shared/hub/prepared-question.ts';
import type { StoredOffice } from '../../hub/store/hub-store.ts';

export const offices = [
  { id: 'inps-lecco', name: 'INPS Lecco', phone: '0341 000000', externalLink: null, topics: ['disability', 'isee'], languages: ['it', 'lis'] },
  { id: 'inps-sondrio', name: 'INPS Sondrio', phone: null, externalLink: 'https://teams.example.it/sondrio', topics: ['disability', 'pensions'], languages: ['it', 'de'] },
] as const satisfies readonly StoredOffice[];

export const officials = [
  { id: 'b0000000-0000-4000-8000-000000000001', name: 'Ivo Prova', officeId: 'inps-lecco' },
  { id: 'b0000000-0000-4000-8000-000000000002', name: 'Lea Prova', officeId: 'inps-lecco' },
  { id: 'b0000000-0000-4000-8000-000000000003', name: 'Ugo Prova', officeId: 'inps-sondrio' },
] as const;

export const desks = [
  { id: 'a0000000-0000-4000-8000-000000000001', name: 'Comune di Prova' },
  { id: 'a0000000-0000-4000-8000-000000000002', name: 'Comune di Esempio' },
] as const;

export const question: PreparedQuestion = {
  topic: 'disability',
  urgency: 'ordinary',
  language: 'it',
  preferential: false,
  done: 'Domanda avviata sul portale',
  blocked: 'Il portale rifiuta il certificato introduttivo',
  asked: 'Si può proseguire con il numero del certificato precedente?',
  identified: 'in-date',
};
