import { describe, expect, it } from 'vitest';
import { growthPlot } from '../../bench/growth/growth-plot.js';
import { measureSize } from '../../bench/growth/measure-size.js';
import { growthSizes } from '../../bench/growth/run-growth.js';

describe('growth', () => {
  it('goes in steps of half a factor of ten up to the largest size', () => {
    expect(growthSizes(1000)).toEqual([1000]);
    expect(growthSizes(100_000)).toEqual([1000, 3000, 10_000, 30_000, 100_000]);
    expect(growthSizes(50_000)).toEqual([1000, 3000, 10_000, 30_000, 50_000]);
  });

  it('is measured on an index of the size asked for, whose neighbours are the true ones', async () => {
    const point = await measureSize(300);
    expect(point.passages).toBeGreaterThan(250);
    expect(point.recall).toBeGreaterThanOrEqual(0.95);
    for (const figure of Object.values(point)) expect(figure).toBeGreaterThan(0);
    const plot = growthPlot([point, { ...point, passages: 10 * point.passages }]);
    expect(plot).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(plot.match(/<circle /g)).toHaveLength(12);
    expect(plot).not.toContain('NaN');
  });
});
