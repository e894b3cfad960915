import type * as Program from "../../src/storage/folder/about-program.ts";

/** The program without asking git, which takes longer than a small batch. */
export function quickProgram(real: typeof Program): typeof Program {
	return {
		...real,
		aboutProgram: async () => ({
			stibium: { version: "0.1.0", git: null },
			licence: "Apache-2.0",
		}),
	};
}
