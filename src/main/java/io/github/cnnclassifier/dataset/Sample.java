
package io.github.cnnclassifier.dataset;

/**
 * One labeled image that has been found but not yet read.
 *
 * @param label class name
 * @param name path relative to the data set, separated by '/', or for IDX files
 *          "train-images-idx3-ubyte[17]" with a 0-based index
 * @param declaredSide the side the data set itself puts it on; null if it does
 *          not say
 * @param source reads the pixels
 * @param group what the data set itself says it belongs to: an animal, a slide,
 *          a stack; null if it does not say
 */
public record Sample(String label, String name, Side declaredSide,
		SampleSource source, String group)
{

	/**
	 * Without a group.
	 *
	 * @param label class name
	 * @param name path relative to the data set
	 * @param declaredSide null if the data set does not say
	 * @param source reads the pixels
	 */
	public Sample(final String label, final String name, final Side declaredSide,
		final SampleSource source)
	{
		this(label, name, declaredSide, source, null);
	}
}
