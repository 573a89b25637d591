/**
 * How many times longer than on a machine at rest anything may take before somebody gives up:
 * PATIENCE in the environment, else 1. The tests measure it once, when they start.
 */
export const patience = Math.max(1, Number(process.env['PATIENCE']) || 1)
