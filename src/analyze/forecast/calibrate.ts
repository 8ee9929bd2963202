/** Straight line from evidence to log-odds: what is added to a prior's log-odds is `slope * evidence + offset`. */
export type Calibration = { readonly slope: number; readonly offset: number }

export const AS_IT_IS: Calibration = { slope: 1, offset: 0 }

/** evidence and prior: log-odds. weight: how many numbers the case stands for. */
export type Case = {
  readonly evidence: number
  readonly prior: number
  readonly isHit: boolean
  readonly weight: number
}

const STEPS = 50
/** Pulls the line towards the evidence as it is where few cases speak. */
const RIDGE = 1

/**
 * Fits the line to what happened, by Newton steps on the log-loss with a prior for the line itself.
 *
 * Source: Platt 1999, Probabilistic outputs for support vector machines.
 */
export function calibrated(cases: readonly Case[]): Calibration {
  let [slope, offset] = [AS_IT_IS.slope, AS_IT_IS.offset]
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1] = [RIDGE * offset, RIDGE * (slope - 1)]
    let [h00, h01, h11] = [RIDGE, 0, RIDGE]
    for (const { evidence, prior, isHit, weight } of cases) {
      const p = 1 / (1 + Math.exp(-(prior + slope * evidence + offset)))
      const error = weight * (p - (isHit ? 1 : 0))
      const bend = weight * p * (1 - p)
      g0 += error
      g1 += error * evidence
      h00 += bend
      h01 += bend * evidence
      h11 += bend * evidence * evidence
    }
    const determinant = h00 * h11 - h01 * h01
    const [byOffset, bySlope] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant]
    offset -= clamp(byOffset)
    slope -= clamp(bySlope)
    if (Math.abs(byOffset) + Math.abs(bySlope) < 1e-9) break
  }
  return { slope, offset }
}

/** A full step from far away overshoots. */
const clamp = (step: number): number => Math.max(-1, Math.min(1, step))
