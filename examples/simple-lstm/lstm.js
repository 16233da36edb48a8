/** A one-layer LSTM with a logistic output on its last hidden state: forward pass and gradient by hand. */

/**
 * All parameters live in one flat vector, so that the optimiser and the file format need not know their parts:
 *
 *     gates:  4 · hidden rows of [inputs weights | hidden weights | bias], gate by gate: input, forget, cell, output
 *     head:   hidden weights, bias
 *
 * @typedef {{ inputs: number, hidden: number, steps: number }} Shape
 */

/** @param {Shape} shape */
export function countParameters({ inputs, hidden }) {
  return 4 * hidden * (inputs + hidden + 1) + hidden + 1;
}

/**
 * Uniform in ±1/√fan-in, biases zero, except the forget gate, which starts open (bias 1): otherwise the state
 * would halve at every step, and the gradient would not reach the start of the window.
 *
 * @param {Shape} shape
 */
export function createParameters({ inputs, hidden }, random) {
  const width = inputs + hidden + 1;
  const parameters = new Float64Array(countParameters({ inputs, hidden }));
  const bound = 1 / Math.sqrt(inputs + hidden);
  for (let row = 0; row < 4 * hidden; row += 1) {
    for (let column = 0; column < width - 1; column += 1) {
      parameters[row * width + column] = random.uniform(-bound, bound);
    }
    const isForgetGate = row >= hidden && row < 2 * hidden;
    parameters[row * width + width - 1] = isForgetGate ? 1 : 0;
  }
  const head = 4 * hidden * width;
  const headBound = 1 / Math.sqrt(hidden);
  for (let unit = 0; unit < hidden; unit += 1)
    parameters[head + unit] = random.uniform(-headBound, headBound);
  return parameters;
}

/** Memory for one window, made once and used for every window. @param {Shape} shape */
export function createLstm({ inputs, hidden, steps }) {
  const width = inputs + hidden + 1;
  const block = hidden * width;
  const head = 4 * block;

  // What the backward pass needs of the forward pass, per step. A row of `joined` is [x_t | h_(t-1) | 1].
  const joined = new Float64Array((steps + 1) * width);
  const cells = new Float64Array((steps + 1) * hidden);
  const squashed = new Float64Array(steps * hidden);
  const inputGate = new Float64Array(steps * hidden);
  const forgetGate = new Float64Array(steps * hidden);
  const candidate = new Float64Array(steps * hidden);
  const outputGate = new Float64Array(steps * hidden);
  for (let time = 0; time < steps; time += 1) joined[time * width + width - 1] = 1;

  const cellGradient = new Float64Array(hidden);
  const hiddenGradient = new Float64Array(hidden);
  const joinedGradient = new Float64Array(width);

  /** @returns {number} The logit of class 1. */
  function forward(parameters, window) {
    for (let time = 0; time < steps; time += 1) {
      const start = time * width;
      for (let input = 0; input < inputs; input += 1) joined[start + input] = window[time * inputs + input];

      for (let unit = 0; unit < hidden; unit += 1) {
        // Four sums side by side do not wait for each other in the processor.
        const weights = unit * width;
        let i = 0;
        let f = 0;
        let g = 0;
        let o = 0;
        for (let column = 0; column < width; column += 1) {
          const value = joined[start + column];
          i += parameters[weights + column] * value;
          f += parameters[block + weights + column] * value;
          g += parameters[2 * block + weights + column] * value;
          o += parameters[3 * block + weights + column] * value;
        }
        i = sigmoid(i);
        f = sigmoid(f);
        g = Math.tanh(g);
        o = sigmoid(o);

        const now = time * hidden + unit;
        const cell = f * cells[now] + i * g;
        const squash = Math.tanh(cell);
        inputGate[now] = i;
        forgetGate[now] = f;
        candidate[now] = g;
        outputGate[now] = o;
        squashed[now] = squash;
        cells[now + hidden] = cell;
        joined[start + width + inputs + unit] = o * squash;
      }
    }

    const last = steps * width + inputs;
    let logit = parameters[head + hidden];
    for (let unit = 0; unit < hidden; unit += 1) logit += parameters[head + unit] * joined[last + unit];
    return logit;
  }

  /**
   * Backpropagation through time for the window of the last `forward` call.
   *
   * @param {Float64Array} gradient  The gradient of the parameters is added to it.
   * @param {number} logitGradient  Derivative of the loss by the logit.
   */
  function backward(parameters, gradient, logitGradient) {
    const last = steps * width + inputs;
    for (let unit = 0; unit < hidden; unit += 1) {
      gradient[head + unit] += logitGradient * joined[last + unit];
      hiddenGradient[unit] = logitGradient * parameters[head + unit];
    }
    gradient[head + hidden] += logitGradient;
    cellGradient.fill(0);

    for (let time = steps - 1; time >= 0; time -= 1) {
      const start = time * width;
      joinedGradient.fill(0);

      for (let unit = 0; unit < hidden; unit += 1) {
        const now = time * hidden + unit;
        const i = inputGate[now];
        const f = forgetGate[now];
        const g = candidate[now];
        const o = outputGate[now];
        const squash = squashed[now];

        const cell = cellGradient[unit] + hiddenGradient[unit] * o * (1 - squash * squash);
        cellGradient[unit] = cell * f;

        // Derivatives of the loss by the four sums, before their sigmoid or tanh.
        const di = cell * g * i * (1 - i);
        const df = cell * cells[now] * f * (1 - f);
        const dg = cell * i * (1 - g * g);
        const dO = hiddenGradient[unit] * squash * o * (1 - o);

        const weights = unit * width;
        for (let column = 0; column < width; column += 1) {
          const value = joined[start + column];
          const at = weights + column;
          gradient[at] += di * value;
          gradient[block + at] += df * value;
          gradient[2 * block + at] += dg * value;
          gradient[3 * block + at] += dO * value;
          joinedGradient[column] +=
            di * parameters[at] +
            df * parameters[block + at] +
            dg * parameters[2 * block + at] +
            dO * parameters[3 * block + at];
        }
      }
      for (let unit = 0; unit < hidden; unit += 1) hiddenGradient[unit] = joinedGradient[inputs + unit];
    }
  }

  return { forward, backward };
}

export function sigmoid(value) {
  return 1 / (1 + Math.exp(-value));
}

/** Cross-entropy of a logit, written so that a large logit of either sign cannot overflow. */
export function crossEntropy(logit, label) {
  return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
}
