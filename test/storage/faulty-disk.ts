import type * as Disk from "../../src/storage/disk.ts";

/** What goes wrong with an operation of the disk. */
export type Fault =
	/** the disk is full from here on; the first write takes half its bytes */
	| "full"
	/** one operation fails, all others work */
	| "error"
	/** one write takes fewer bytes than it was given, and says so */
	| "short"
	/** the process is dead: half of a write is done, and nothing after it */
	| "killed";

/** What the disk of a test does; set before a run. */
export const disk: {
	operations: number;
	/** the operation that meets the fault, counted from 1 */
	at: number;
	fault: Fault;
} = { operations: 0, at: Number.POSITIVE_INFINITY, fault: "full" };

/** Counts from 1 again, with a fault to come; without one the disk is sound. */
export function nextRun(
	fault: Fault = "full",
	at = Number.POSITIVE_INFINITY,
): void {
	Object.assign(disk, { operations: 0, at, fault });
}

/** Thrown in place of every operation of a process that is dead. */
export class Killed extends Error {}

const CODES = { full: "ENOSPC", error: "EIO", short: "EIO" } as const;

const failure = () =>
	disk.fault === "killed"
		? new Killed("killed")
		: Object.assign(new Error("the disk fails"), { code: CODES[disk.fault] });

/** Counts an operation and throws when it is to fail. */
function step(changes: boolean): void {
	const at = ++disk.operations;
	const isFirst = at === disk.at;
	const isLater = at > disk.at;
	if (disk.fault === "error" && isFirst) throw failure();
	if (disk.fault === "killed" && (isFirst || isLater)) throw failure();
	if (disk.fault === "full" && changes && (isFirst || isLater)) throw failure();
}

/** The functions of `disk.ts`, each of which may fail. */
export function faultyDisk(real: typeof Disk): typeof Disk {
	return {
		...real,
		async openFile(path, mode) {
			step(mode !== "r");
			return faultyFile(await real.openFile(path, mode));
		},
		readWhole: counted(real.readWhole, false),
		renameFile: counted(real.renameFile, true),
		makeFolder: counted(real.makeFolder, true),
		ensureFolder: counted(real.ensureFolder, true),
		listFolder: counted(real.listFolder, false),
		removeFile: counted(real.removeFile, false),
		removeFolder: counted(real.removeFolder, false),
		linkFolder: counted(real.linkFolder, true),
	};
}

function counted<Given extends unknown[], Answer>(
	operate: (...given: Given) => Promise<Answer>,
	changes: boolean,
): (...given: Given) => Promise<Answer> {
	return async (...given) => {
		step(changes);
		return operate(...given);
	};
}

function faultyFile(file: Disk.OpenFile): Disk.OpenFile {
	return {
		size: counted(() => file.size(), false),
		read: counted((...given) => file.read(...given), false),
		sync: counted(() => file.sync(), true),
		/** the descriptor goes, whatever happens: a dead process has none */
		async close() {
			await file.close();
			step(false);
		},
		async write(bytes, offset) {
			const half = bytes.subarray(0, offset + ((bytes.length - offset) >> 1));
			const isTorn = disk.operations + 1 === disk.at && half.length > offset;
			if (isTorn) {
				const written = await file.write(half, offset);
				if (disk.fault === "short") {
					disk.operations++;
					return written;
				}
			}
			step(true);
			return file.write(bytes, offset);
		},
	};
}
