import type * as Program from "../../src/storage/folder/about-program.ts";

const QUICK = {
	stibium: { version: "0.1.0", git: null },
	licence: "Apache-2.0",
};

/** The program without asking git, which takes longer than a small batch. */
export function quickProgram(real: typeof Program): typeof Program {
	return {
		...real,
		aboutProgram: async () => QUICK,
		aboutProgramSoon: async () => ({
			soon: QUICK,
			program: Promise.resolve(QUICK.stibium),
		}),
	};
}
