
package io.github.cnnclassifier.image;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bit depths of several images. Immutable.
 *
 * @param bits of one stored value: each once, ascending, at least one; 8, 16 or
 *          32 where the images were read by this software
 */
public record BitDepths(List<Integer> bits) {

	/** @throws IllegalArgumentException if the list is not as described */
	public BitDepths {
		bits = List.copyOf(bits);
		if (bits.isEmpty() || !bits.equals(sorted(bits)))
			throw new IllegalArgumentException("Impossible bit depths, " + bits);
	}

	/**
	 * @param bits of each image, in any order
	 * @return them
	 * @throws IllegalArgumentException if there is none
	 */
	public static BitDepths of(final Collection<Integer> bits) {
		return new BitDepths(sorted(bits));
	}

	private static List<Integer> sorted(final Collection<Integer> bits) {
		return bits.stream().distinct().sorted().toList();
	}

	/** @return the most bits of any image */
	public int largest() {
		return bits.get(bits.size() - 1);
	}

	/** @return whether some images have no more than 8 bits */
	boolean hasBytes() {
		return bits.get(0) <= Byte.SIZE;
	}

	/** @return whether some images can have fractions */
	boolean hasFractions() {
		return largest() >= Float.SIZE;
	}

	/** @return for instance "8", "8 or 16", "8, 16 or 32" */
	@Override
	public String toString() {
		final String fewer = bits.stream().limit(bits.size() - 1L).map(
			String::valueOf).collect(Collectors.joining(", "));
		return fewer.isEmpty() ? "" + largest() : fewer + " or " + largest();
	}
}
