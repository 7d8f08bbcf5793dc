import { describe, expect, it } from 'vitest';
import { calibrationError, reliabilityBins } from '../../../eval/metrics/calibration-error.js';
import {
  coverageAtRisk,
  riskCoverageArea,
  riskCoverageCurve,
} from '../../../eval/metrics/risk-coverage.js';

const claim = (confidence: number, correct: boolean) => ({ confidence, correct });

describe('calibrationError', () => {
  it('is the weighted gap between confidence and share correct', () => {
    const claims = [claim(0.9, true), claim(0.8, false), claim(0.3, false), claim(0.1, false)];
    // Bins {0.9, 0.8} and {0.3, 0.1}: |1/2 - 0.85| / 2 + |0 - 0.2| / 2.
    expect(calibrationError(claims, 2)).toBeCloseTo(0.275, 12);
  });

  it('is 0 where each answer claims what comes true', () => {
    expect(calibrationError([claim(1, true), claim(0, false)])).toBe(0);
  });

  it('does not depend on the order of answers of one confidence', () => {
    const claims = [claim(0.5, true), claim(0.5, false), claim(0.5, true), claim(0.5, false)];
    expect(calibrationError(claims, 2)).toBe(0);
    expect(calibrationError(claims.toReversed(), 2)).toBe(0);
  });

  it('is undefined without answers', () => {
    expect(calibrationError([])).toBeNull();
  });
});

describe('riskCoverageArea', () => {
  it('is the mean risk over all coverages', () => {
    const claims = [claim(0.2, false), claim(0.9, true), claim(0.5, false), claim(0.4, true)];
    // Wrong among the first 1, 2, 3, 4: 0, 1/2, 1/3, 2/4.
    expect(riskCoverageArea(claims)).toBeCloseTo((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4, 12);
  });

  it('takes answers of one confidence as the mean of them', () => {
    const claims = [claim(0.5, true), claim(0.5, false)];
    expect(riskCoverageArea(claims)).toBe(0.5);
    expect(riskCoverageArea(claims.toReversed())).toBe(0.5);
  });

  it('is undefined without answers', () => {
    expect(riskCoverageArea([])).toBeNull();
  });
});

describe('coverageAtRisk', () => {
  const claims = [claim(0.9, true), claim(0.8, false), claim(0.7, true), claim(0.6, true)];

  it('goes on after a wrong answer as long as the risk falls again', () => {
    expect(coverageAtRisk(claims, 8, 0.25)).toBe(0.5);
    expect(coverageAtRisk(claims, 8, 0.24)).toBe(1 / 8);
  });

  it('is 0 where the surest answer is wrong', () => {
    expect(coverageAtRisk([claim(0.9, false)], 2, 0.05)).toBe(0);
    expect(coverageAtRisk([], 2, 0.05)).toBe(0);
  });

  it('is undefined without questions', () => {
    expect(coverageAtRisk([], 0, 0.05)).toBeNull();
  });
});

describe('riskCoverageCurve', () => {
  it('has a point for each confidence, coverage being of all questions', () => {
    const claims = [claim(0.5, false), claim(0.9, true), claim(0.5, true), claim(0.2, false)];
    expect(riskCoverageCurve(claims, 8)).toEqual([
      { confidence: 0.9, coverage: 1 / 8, risk: 0 },
      { confidence: 0.5, coverage: 3 / 8, risk: 1 / 3 },
      { confidence: 0.2, coverage: 4 / 8, risk: 2 / 4 },
    ]);
  });

  it('is empty without answers', () => {
    expect(riskCoverageCurve([], 3)).toEqual([]);
  });
});

describe('reliabilityBins', () => {
  it('tells of answers of about one confidence what they claim and how often they are right', () => {
    const claims = [claim(0.9, true), claim(0.7, false), claim(0.3, false), claim(0.1, false)];
    const [sure, unsure, ...more] = reliabilityBins(claims, 2);
    expect(sure).toMatchObject({ count: 2, correct: 0.5 });
    expect(sure?.confidence).toBeCloseTo(0.8, 12);
    expect(unsure).toMatchObject({ count: 2, correct: 0 });
    expect(unsure?.confidence).toBeCloseTo(0.2, 12);
    expect(more).toEqual([]);
  });

  it('are none without answers', () => {
    expect(reliabilityBins([])).toEqual([]);
  });
});
