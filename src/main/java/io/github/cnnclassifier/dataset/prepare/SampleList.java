
package io.github.cnnclassifier.dataset.prepare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * Samples ready for a network: label indices and preprocessed inputs. Resized
 * images are kept when first used, as far as the {@link ImageCache} has room;
 * the others are read again each time.
 * <p>
 * Thread-safe.
 */
public final class SampleList {

	/**
	 * Makes the input of a sample by its position, or what a person sees of it.
	 */
	@FunctionalInterface
	private interface Inputs {

		float[] make(int i, boolean asSeen) throws IOException;
	}

	private final List<SurveyedSample> samples;
	private final UnaryOperator<String> units;
	private final List<String> labels;
	private final int[] labelIndices;
	private final Inputs inputs;

	private SampleList(final List<SurveyedSample> samples,
		final UnaryOperator<String> units, final List<String> labels,
		final Inputs inputs)
	{
		this.samples = List.copyOf(samples);
		this.units = units;
		this.labels = List.copyOf(labels);
		this.inputs = inputs;
		labelIndices = new int[samples.size()];
		for (int i = 0; i < labelIndices.length; i++) {
			labelIndices[i] = index(samples.get(i).sample());
		}
	}

	private int index(final Sample sample) {
		final int index = labels.indexOf(sample.label());
		if (index < 0) throw new UserFailure("Expected the classes " + LabelRules
			.quoted(labels) + ", found " + LabelRules.quoted(foundLabels()) + ". " +
			(Collections.disjoint(labels, foundLabels())
				? "None is the same: choose images of these classes, or a model of those."
				: "Rename the folders of the images, or leave a class out with " +
					LabelRules.exclusion(sample.label()) + "."));
		return index;
	}

	private List<String> foundLabels() {
		return samples.stream().map(sample -> sample.sample().label()).distinct()
			.collect(Collectors.toList());
	}

	/**
	 * @param samples in the order they shall have
	 * @param labels class names; the position is the label index
	 * @param preprocessing makes the inputs
	 * @param memoryBudgetBytes for resized images; 0 keeps none
	 * @return the samples
	 * @throws UserFailure if a sample's label is not among the labels
	 */
	public static SampleList of(final List<SurveyedSample> samples,
		final List<String> labels, final Preprocessing preprocessing,
		final long memoryBudgetBytes)
	{
		return of(samples, UnaryOperator.identity(), labels, preprocessing,
			memoryBudgetBytes);
	}

	/**
	 * @param samples in the order they shall have
	 * @param units names of what belongs together, by content hash
	 * @param labels class names; the position is the label index
	 * @param preprocessing makes the inputs
	 * @param memoryBudgetBytes for resized images; 0 keeps none
	 * @return the samples
	 * @throws UserFailure if a sample's label is not among the labels
	 */
	public static SampleList of(final List<SurveyedSample> samples,
		final UnaryOperator<String> units, final List<String> labels,
		final Preprocessing preprocessing, final long memoryBudgetBytes)
	{
		return of(samples, units, labels, preprocessing, ImageCache.inMemory(
			memoryBudgetBytes));
	}

	/** @param units names of what belongs together, by content hash */
	static SampleList of(final List<SurveyedSample> samples,
		final UnaryOperator<String> units, final List<String> labels,
		final Preprocessing preprocessing, final ImageCache cache)
	{
		return new SampleList(samples, units, labels, new ResizedImages(samples,
			preprocessing, cache)::make);
	}

	/**
	 * @param others of the same labels and the same split, which come after these
	 * @return all of them; images that one of the two lists has kept are not kept
	 *         again
	 */
	SampleList and(final SampleList others) {
		final List<SurveyedSample> all = new ArrayList<>(samples);
		all.addAll(others.samples);
		return new SampleList(all, units, labels, (i, asSeen) -> i < size() ? inputs
			.make(i, asSeen) : others.inputs.make(i - size(), asSeen));
	}

	/** @return a list of the same labels without samples */
	SampleList none() {
		return new SampleList(List.of(), units, labels, (i, asSeen) -> {
			throw new IndexOutOfBoundsException(i);
		});
	}

	/** @return class names; the position is the label index */
	public List<String> labels() {
		return labels;
	}

	/** @return the number of samples */
	public int size() {
		return labelIndices.length;
	}

	/**
	 * @param i 0-based
	 * @return 0-based label index
	 */
	public int labelIndex(final int i) {
		return labelIndices[i];
	}

	/**
	 * @param i 0-based
	 * @return path relative to the data set, for messages and tables
	 */
	public String name(final int i) {
		return samples.get(i).sample().name();
	}

	/**
	 * @param i 0-based
	 * @return its content hash
	 */
	public String contentHash(final int i) {
		return samples.get(i).contentHash();
	}

	/**
	 * @param i 0-based
	 * @return a name that it shares with all that belongs together with it: its
	 *         group, its copies and near duplicates
	 */
	public String unit(final int i) {
		return units.apply(contentHash(i));
	}

	/**
	 * @param i 0-based
	 * @return a new array C,H,W as preprocessing makes it
	 * @throws IOException if the image has become unreadable
	 * @throws UserFailure if the image does not fit the preprocessing
	 */
	public float[] input(final int i) throws IOException {
		return inputs.make(i, false);
	}

	/**
	 * @param i 0-based
	 * @return what a person sees of the input: a new array C,H,W as
	 *         {@link #input}, but with the colors of the image, which statistics
	 *         of each channel would change
	 * @throws IOException if the image has become unreadable
	 * @throws UserFailure if the image does not fit the preprocessing
	 */
	public float[] picture(final int i) throws IOException {
		return inputs.make(i, true);
	}

	/** @return how many samples each class has, by label index; a new array */
	public int[] classCounts() {
		final int[] counts = new int[labels.size()];
		for (final int label : labelIndices) {
			counts[label]++;
		}
		return counts;
	}
}
