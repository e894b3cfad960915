/** What the exit code of every command means. */
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

/** An end of a command that is no bug: a line for the reader and an exit code. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	readonly exitCode: ExitCode;

	constructor(message: string, exitCode: ExitCode = EXIT.usage) {
		super(message);
		this.exitCode = exitCode;
	}
}
