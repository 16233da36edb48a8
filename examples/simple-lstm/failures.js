/** The arithmetic and the text of the failure analysis. */

/**
 * @typedef {{ index: number, label: number, probability: number }} Prediction
 * @typedef {{ id: string, sigma: string, accuracy: number, recall: number, specificity: number, n: number,
 *   confusion: number[][], wrong: Prediction[], predictions: Prediction[] }} Measured
 */

const CONFIDENT = 0.9;
const LISTED = 20;

/** @param {Prediction[]} predictions @returns {Measured} */
export function measureCell(cell, predictions) {
  // confusion[label][predicted]
  const confusion = [
    [0, 0],
    [0, 0],
  ];
  for (const prediction of predictions) confusion[prediction.label][answer(prediction)] += 1;
  const wrong = predictions.filter(isWrong);
  return {
    id: cell.id,
    sigma: cell.config?.sigma ?? '',
    accuracy: 1 - wrong.length / predictions.length,
    recall: ratio(confusion[1][1], confusion[1][0] + confusion[1][1]),
    specificity: ratio(confusion[0][0], confusion[0][0] + confusion[0][1]),
    n: predictions.length,
    confusion,
    wrong,
    predictions,
  };
}

/**
 * Sorts the cells, best first, and finds the windows that all or any of them get wrong.
 *
 * @param {Measured[]} measured
 */
export function shareErrors(measured) {
  measured.sort((one, other) => other.accuracy - one.accuracy);
  const counts = new Map();
  for (const { wrong } of measured) {
    for (const { index } of wrong) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const everywhere = [...counts.keys()].filter((index) => counts.get(index) === measured.length);
  return { everywhere: everywhere.sort((one, other) => one - other), anywhere: counts.size };
}

/** @returns {{ finding: string, suggestion: string }[]} */
export function describeFindings({ measured, failed, shared }) {
  const findings = [];
  if (failed.length > 0) {
    findings.push({
      finding: `${failed.length} of ${failed.length + measured.length} cells gave no predictions.`,
      suggestion: 'Repair these first (their errors are listed above): the comparison lacks them.',
    });
  }
  if (measured.length === 0) return findings;
  const best = measured[0];
  const worst = measured[measured.length - 1];

  if (measured.length > 1) {
    const spread = best.accuracy - worst.accuracy;
    // The cells answer the same windows, so only the windows on which two of them differ count (McNemar).
    const { onlyFirst, onlySecond, z } = compare(best, worst);
    const counts = `${onlyFirst} windows only the best gets right, ${onlySecond} only the worst`;
    findings.push({
      finding: `Best and worst cell are ${spread.toFixed(4)} apart (${counts}; z = ${z.toFixed(2)}).`,
      suggestion:
        z < 2
          ? 'That is within chance: repeat with other seeds before preferring one of these cells.'
          : `The choice of the test windows does not explain that. Another seed may: repeat ${best.id} with some.`,
    });
    if (shared.anywhere > 0) {
      const share = shared.everywhere.length / shared.anywhere;
      findings.push({
        finding: `${shared.everywhere.length} of ${shared.anywhere} misjudged windows are wrong in every cell.`,
        suggestion:
          share >= 0.5
            ? 'What differs between the cells does not touch these: look at the windows, then at data or model size.'
            : 'Most errors depend on the cell: averaging the probabilities of the cells should remove some.',
      });
    }
  }

  const gap = best.recall - best.specificity;
  const [positives, negatives] = [sum(best.confusion[1]), sum(best.confusion[0])];
  const gapError = Math.sqrt(
    ratio(best.recall * (1 - best.recall), positives) +
      ratio(best.specificity * (1 - best.specificity), negatives),
  );
  const weak = gap < 0 ? 1 : 0;
  findings.push({
    finding: `The best cell finds ${percent(best.recall)} of class 1 and ${percent(best.specificity)} of class 0.`,
    suggestion:
      Math.abs(gap) <= 2 * gapError
        ? 'The classes are judged about equally well; the threshold can stay.'
        : `Class ${weak} is the weak one: weigh it more in the loss, or move the threshold on the validation split.`,
  });

  const confident = best.wrong.filter((prediction) => confidence(prediction) >= CONFIDENT);
  if (best.wrong.length > 0) {
    findings.push({
      finding: `${confident.length} of ${best.wrong.length} errors of the best cell are made with confidence ${CONFIDENT} or more.`,
      suggestion:
        confident.length > best.wrong.length / 2
          ? `The model is too sure: check the labels of windows ${list(confident.map(({ index }) => index))}, and try more noise or fewer epochs.`
          : 'Most errors are near the threshold: such windows could be handed to a person instead of answered.',
    });
  }
  return findings;
}

export function writeAnalysis({ measured, failed, shared, findings }) {
  const parts = ['# Failure analysis\n'];
  parts.push('## Cells\n');
  const rows = measured.map(
    (cell) =>
      `| ${cell.id} | ${cell.sigma} | ${cell.accuracy.toFixed(4)} | ${cell.recall.toFixed(4)} | ${cell.wrong.length} of ${cell.n} | |`,
  );
  for (const { id, error } of failed) rows.push(`| ${id} | | | | | ${oneLine(error)} |`);
  parts.push(
    `| cell | sigma | accuracy | recall of class 1 | wrong | error |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  );

  if (measured.length > 0) {
    parts.push('## Confusion matrices\n');
    for (const { id, confusion } of measured) {
      parts.push(
        `${id}\n\n| | predicted 0 | predicted 1 |\n| --- | --- | --- |\n| label 0 | ${confusion[0].join(' | ')} |\n| label 1 | ${confusion[1].join(' | ')} |\n`,
      );
    }
    parts.push('## Windows that every cell gets wrong\n');
    parts.push(
      `${shared.everywhere.length === 0 ? 'None.' : `Index in the test split: ${list(shared.everywhere)}.`}\n`,
    );
    parts.push(`## Confidence of the best cell (${measured[0].id})\n`);
    parts.push(`\`\`\`text\n${drawHistogram(measured[0].predictions)}\n\`\`\`\n`);
  }

  parts.push('## Findings\n');
  parts.push(
    findings.length === 0
      ? 'There were no cells to analyse.\n'
      : `${findings.map(({ finding, suggestion }) => `- ${finding} ${suggestion}`).join('\n')}\n`,
  );
  return parts.join('\n');
}

function answer({ probability }) {
  return probability >= 0.5 ? 1 : 0;
}

function isWrong(prediction) {
  return answer(prediction) !== prediction.label;
}

/** How sure the model was of its answer: from one half to one. */
function confidence({ probability }) {
  return Math.max(probability, 1 - probability);
}

/** Ten bins from 0.50 to 1.00. */
function drawHistogram(predictions) {
  const bins = Array.from({ length: 10 }, () => ({ all: 0, wrong: 0 }));
  for (const prediction of predictions) {
    const bin = bins[Math.min(9, Math.floor((confidence(prediction) - 0.5) * 20))];
    bin.all += 1;
    if (isWrong(prediction)) bin.wrong += 1;
  }
  const highest = Math.max(...bins.map(({ all }) => all));
  const lines = bins.map(({ all, wrong }, position) => {
    const bar = '#'.repeat(Math.ceil((40 * all) / highest));
    const low = (0.5 + position / 20).toFixed(2);
    return `${low}  ${String(all).padStart(4)} windows  ${String(wrong).padStart(3)} wrong  ${bar}`.trimEnd();
  });
  return lines.join('\n');
}

/** McNemar's statistic: under equal skill, the windows on which two cells differ fall evenly to both sides. */
function compare(first, second) {
  const wrongInFirst = new Set(first.wrong.map(({ index }) => index));
  const wrongInSecond = new Set(second.wrong.map(({ index }) => index));
  const onlyFirst = [...wrongInSecond].filter((index) => !wrongInFirst.has(index)).length;
  const onlySecond = [...wrongInFirst].filter((index) => !wrongInSecond.has(index)).length;
  const z = ratio(Math.abs(onlyFirst - onlySecond), Math.sqrt(onlyFirst + onlySecond));
  return { onlyFirst, onlySecond, z };
}

function list(indices) {
  const shown = indices.slice(0, LISTED).join(', ');
  return indices.length > LISTED ? `${shown} and ${indices.length - LISTED} more` : shown;
}

function oneLine(text) {
  return String(text).replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(part, whole) {
  return whole === 0 ? 0 : part / whole;
}

function percent(fraction) {
  return `${(100 * fraction).toFixed(1)} %`;
}
