
package io.github.cnnclassifier.dataset.prepare;

import java.util.List;

import io.github.cnnclassifier.image.Preprocessing;

/**
 * Preprocessing with the reasons for it.
 *
 * @param preprocessing to be stored in the model
 * @param reasons one plain sentence for each choice
 */
public record ChosenPreprocessing(Preprocessing preprocessing,
		List<String> reasons)
{
}
