
package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All weights of a network, by name, in the order of {@link ParameterShape}s
 * that the architecture gives. Treat the data as read-only.
 */
public final class Weights {

	private final Map<String, Tensor> tensors = new LinkedHashMap<>();

	/**
	 * @param tensors in order
	 * @throws IllegalArgumentException if a name repeats
	 */
	public Weights(final List<Tensor> tensors) {
		for (final Tensor t : tensors) {
			if (this.tensors.put(t.name(), t) != null)
				throw new IllegalArgumentException("Two tensors are named " + t.name());
		}
	}

	/** @return all tensors in order */
	public List<Tensor> tensors() {
		return new ArrayList<>(tensors.values());
	}

	/**
	 * Checks that a network can use them.
	 *
	 * @param shapes of the tensors that it needs
	 * @throws IllegalArgumentException if one is missing or has another shape
	 */
	public void requireShapes(final List<ParameterShape> shapes) {
		for (final ParameterShape p : shapes) {
			final int[] found = get(p.name()).shape();
			if (!Arrays.equals(found, p.shape())) throw new IllegalArgumentException(p
				.name() + ": expected shape " + Arrays.toString(p.shape()) + ", got " +
				Arrays.toString(found));
		}
	}

	/**
	 * @param name of a tensor
	 * @return it
	 * @throws IllegalArgumentException if there is none
	 */
	public Tensor get(final String name) {
		final Tensor t = tensors.get(name);
		if (t == null) throw new IllegalArgumentException("No tensor " + name +
			" among " + tensors.keySet());
		return t;
	}
}
