import type { Explanation } from '../../core/report/cause';
import { causesText, causeText, explanationText } from './causes';

/** An explanation as sentences, of the causes that are claimed or not ruled out. */
export function whyText(explanation: Explanation) {
  return {
    text: explanationText(explanation),
    causes: explanation.readings
      .filter(({ standing }) => standing !== 'ruled-out')
      .map((reading) => {
        const { cause, standing } = reading;
        return {
          cause: causesText.cause[cause],
          standing: causesText.standing[standing],
          text: causeText(reading).sentence,
        };
      }),
  };
}
