
package io.github.cnnclassifier.workflow.map;

import io.github.cnnclassifier.inference.WindowGrid;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Threshold;

/**
 * What a map will be, told before it is made.
 *
 * @param labels of the model
 * @param threshold which answers count, settled for the model
 * @param grid of windows; its lengths are the size of the map
 */
public record MapLayout(ClassLabels labels, Threshold threshold,
		WindowGrid grid)
{

	/** @return in pixels */
	public int width() {
		return grid.horizontal().length();
	}

	/** @return in pixels */
	public int height() {
		return grid.vertical().length();
	}

	/** @return what a pixel can be; the answer of index k has the value k + 1 */
	public ClassLabels answers() {
		return threshold.answers(labels);
	}
}
