import { describe, expect, it } from 'vitest';
import { growthPlot } from '../../bench/growth/growth-plot.js';
import { measureSize } from '../../bench/growth/measure-size.js';
import { measureVectors, type VectorPoint } from '../../bench/growth/measure-vectors.js';
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
  });

  it('is measured on a graph of vectors each time it has grown to a size', async () => {
    const points: VectorPoint[] = [];
    for await (const point of measureVectors([100, 300])) points.push(point);
    expect(points.map(({ vectors }) => vectors)).toEqual([100, 300]);
    for (const point of points) {
      expect(point.recall).toBeGreaterThanOrEqual(0.95);
      for (const figure of Object.values(point)) expect(figure).toBeGreaterThan(0);
    }
    expect(points[1]?.fileMegabytes).toBeGreaterThan(points[0]?.fileMegabytes ?? 0);
  });

  it('is drawn with a panel for each figure and a dot for each size', () => {
    const plot = growthPlot({
      points: [10, 1000, 20_000],
      curves: [
        { title: 'Twice', of: (size) => 2 * size },
        { title: 'Nothing', of: () => 0 },
      ],
      along: 'things',
      size: (size) => size,
    });
    expect(plot).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(plot.match(/<circle /g)).toHaveLength(6);
    expect(plot.match(/>things</g)).toHaveLength(2);
    expect(plot).not.toContain('NaN');
  });
});
