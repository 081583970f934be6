/** How often each thing is measured; `BENCH_ROUNDS` for a quicker look. */
export const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
