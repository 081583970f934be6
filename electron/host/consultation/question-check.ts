import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer, RefusalCode } from '../../../shared/desk/refusal.ts';
import { personalDataIn } from '../../../shared/hub/personal-data-guard.ts';
import type { PersonalDataFound } from '../../../shared/hub/personal-data-guard.ts';
import { preparedQuestionSchema } from '../../../shared/hub/prepared-question.ts';
import type { PreparedQuestion, QuestionDraft } from '../../../shared/hub/prepared-question.ts';

const foundCodes: Readonly<Record<PersonalDataFound, RefusalCode>> = {
  'codice-fiscale': 'question-has-codice-fiscale',
  iban: 'question-has-iban',
  'e-mail': 'question-has-e-mail',
  'long-number': 'question-has-long-number',
};

/** A question that may leave the desk. Refuses one that asks nothing, and each kind of personal data by its name. */
export function questionToAsk(draft: QuestionDraft): Answer<PreparedQuestion> {
  if (draft.asked.trim() === '') return refuse('question-empty');
  for (const text of [draft.done, draft.blocked, draft.asked]) {
    const found = personalDataIn(text);
    if (found !== undefined) return refuse(foundCodes[found]);
  }
  return answer(preparedQuestionSchema.parse(draft));
}
