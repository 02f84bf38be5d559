
package io.github.cnnclassifier.dataset.source;

/**
 * One labeled image that has been found but not yet read.
 *
 * @param label class name; empty for a row of a list that names none and fails
 *          when it is read
 * @param name path relative to the data set, separated by '/'; a plane of a
 *          stack has its 1-based number behind it ("a/cells.tif[3]"), a region
 *          its place ("a.png#xywh=10,20,30,40"); for IDX files
 *          "train-images-idx3-ubyte[17]" with a 0-based index
 * @param declaredSide the side the data set itself puts it on; null if it does
 *          not say
 * @param source reads the pixels
 * @param group what it shares with images that must stay on its side of a
 *          split: the stack or image it was taken from, or what a list says;
 *          null if it stands alone
 * @param statedLabel the class that its folder or list says, which is another
 *          one where a correction says so
 */
public record Sample(String label, String name, Side declaredSide,
		SampleSource source, String group, String statedLabel)
{

	/**
	 * A sample that nobody has corrected.
	 *
	 * @param label class name
	 * @param name path relative to the data set
	 * @param declaredSide null if the data set does not say
	 * @param source reads the pixels
	 * @param group null if it stands alone
	 */
	public Sample(final String label, final String name, final Side declaredSide,
		final SampleSource source, final String group)
	{
		this(label, name, declaredSide, source, group, label);
	}

	/**
	 * A sample without a group.
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

	/** @return this sample, but in that group */
	Sample inGroup(final String other) {
		return new Sample(label, name, declaredSide, source, other, statedLabel);
	}

	/** @return this sample, but on no declared side */
	Sample withoutSide() {
		return new Sample(label, name, null, source, group, statedLabel);
	}

	/** @return this sample, but of that class */
	Sample corrected(final String other) {
		return new Sample(other, name, declaredSide, source, group, statedLabel);
	}
}
