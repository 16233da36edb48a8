/** What a list of logits is worth, given the true labels. */

import { crossEntropy } from './lstm.js';

/** @returns {{ accuracy: number, class_1_accuracy: number, loss: number, n: number }} */
export function score(logits, labels) {
  let correct = 0;
  let positives = 0;
  let found = 0;
  let loss = 0;
  for (const [row, label] of labels.entries()) {
    const predicted = predict(logits[row]);
    if (predicted === label) correct += 1;
    if (label === 1) positives += 1;
    if (label === 1 && predicted === 1) found += 1;
    loss += crossEntropy(logits[row], label);
  }
  return {
    accuracy: correct / labels.length,
    // Recall of class 1: without it, a model that always answers 0 would look better than a coin.
    class_1_accuracy: positives === 0 ? 0 : found / positives,
    loss: loss / labels.length,
    n: labels.length,
  };
}

/** Class 1 from a probability of one half, which is a logit of zero. */
export function predict(logit) {
  return logit >= 0 ? 1 : 0;
}
