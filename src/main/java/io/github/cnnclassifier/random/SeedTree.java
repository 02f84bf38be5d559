
package io.github.cnnclassifier.random;

import java.util.SplittableRandom;

/**
 * A seed from which named seeds grow, so that every random draw of a run has
 * its own stream and none depends on how often another one was used.
 * <p>
 * Immutable. Children are derived by mixing the name into the seed with the
 * finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
 *
 * @param seed any value
 */
public record SeedTree(long seed) {

	/**
	 * @param name what the child is for, for instance "split"
	 * @return the same child for the same name, always
	 */
	public SeedTree child(final String name) {
		long mixed = seed;
		for (int i = 0; i < name.length(); i++) {
			mixed = mix(mixed + 0x9E3779B97F4A7C15L * (name.charAt(i) + 1L));
		}
		return new SeedTree(mix(mixed ^ name.length()));
	}

	/**
	 * @param index for instance of an epoch or a sample
	 * @return the same child for the same index, always
	 */
	public SeedTree child(final long index) {
		return new SeedTree(mix(mix(seed) + 0x9E3779B97F4A7C15L * (index + 1)));
	}

	/** @return a new generator that starts at this seed; not thread-safe */
	public SplittableRandom random() {
		return new SplittableRandom(seed);
	}

	private static long mix(final long value) {
		long z = value;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}
}
