/* eslint-disable */
// File header.

// ----- Section -----

// Above a const.
// Second line { of it.
export const one = 1; // trailing }

/** Doc. */ export const two = 2;

export const three = 3; /* block
  over lines */

/**
 * @example
 * function notAFunction() {
 */
export function four(/* inline { */ a: string /* } */) {
  // inner
  return a; // done
}

// Gap below.

export function five() {}
