/** Hidden vertical axis of charts whose rows are scenarios or inputs. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";

/** The unseen axis on which rows stand, px from the top of a panel of a height. */
export function rowAxis(height: number, field = "y"): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [height, 0], nice: false, zero: false },
		axis: null,
	};
}
