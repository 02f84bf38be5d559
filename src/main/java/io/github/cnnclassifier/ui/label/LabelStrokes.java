
package io.github.cnnclassifier.ui.label;

import java.awt.BasicStroke;
import java.awt.Stroke;

/** Lines that tell what is certain: solid if confirmed, dashed if predicted. */
final class LabelStrokes {

	private LabelStrokes() {}

	static Stroke confirmed(final float width) {
		return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
	}

	static Stroke predicted(final float width) {
		return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
			10, new float[] { 8, 6 }, 0);
	}
}
