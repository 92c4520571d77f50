export { amountWords } from '../../core/checks/amount-words.ts';
