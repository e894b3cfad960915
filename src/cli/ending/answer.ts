/** Answer of a batch with a design, in the forms that files, programs and people need. */

import type { AnswerTable } from "../../storage/folder/design-files.ts";

/** Answer of a batch whose scenarios are one question. */
export interface DesignAnswer {
	/** base name of its files */
	readonly name: string;
	readonly table: AnswerTable;
	/** content of the JSON file, also put beside the batch in `--json` */
	readonly json: object;
	/** for people, in lines no wider than `width` */
	readonly lines: (width: number) => readonly string[];
}
