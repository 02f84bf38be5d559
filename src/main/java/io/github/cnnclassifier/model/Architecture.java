
package io.github.cnnclassifier.model;

import java.util.List;

/**
 * A network as data: the layers in order, ending with a dense layer of as many
 * units as classes. A softmax follows by itself.
 *
 * @param name for people: a preset's name or the file it came from
 * @param layers in order; copied
 */
public record Architecture(String name, List<LayerSpec> layers) {

	/** Copies the list. */
	public Architecture {
		layers = List.copyOf(layers);
	}
}
