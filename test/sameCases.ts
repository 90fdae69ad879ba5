/** Property tests try the same cases in every run, so that a failure is a change of the code; ANJU_SEED asks for others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.ANJU_SEED ?? 522_300) });
