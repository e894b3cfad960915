/** Exit codes of every command. */

/** Exit codes by their meaning. */
export const EXIT = {
	done: 0,
	bug: 1,
	usage: 2,
	invalidScenario: 3,
	someFailed: 4,
	expectationFailed: 5,
	differs: 6,
	stopped: 7,
	corrupt: 8,
	interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
