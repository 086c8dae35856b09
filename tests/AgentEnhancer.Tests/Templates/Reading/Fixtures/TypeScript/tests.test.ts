import { describe, expect, it, vi } from 'vitest';

vi.mock('./db', () => ({ db: {} }));

const setup = () => {
  return { a: 1 };
};

describe('users', () => {
  beforeEach(() => {
    vi.clearAllMocks();
  });

  describe('when {empty}', () => {
    it("doesn't fail", async () => {
      expect(setup().a).toBe(1);
    });

    it.each([
      [1, 2],
      [3, 4],
    ])('adds %i and %i', (a, b) => {
      expect(a + b).toBeGreaterThan(0);
    });
  });

  it.skip('later', () => {});
});

test('alone', function () {
  expect(true).toBe(true);
});
