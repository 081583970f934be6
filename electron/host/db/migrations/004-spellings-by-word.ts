/**
 * The spellings of a word, found by the word: when nobody bears it any more they go with it, and without this index SQLite
 * walked through the spellings of all words for each one, a minute for the first wipe of a busy desk.
 */
export const spellingsByWord = /* sql */ `
create index name_token_deletion_token on name_token_deletion (token_id);
`;
