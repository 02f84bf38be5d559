
package io.github.cnnclassifier.dataset.split;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.random.SeedTree;

/**
 * One part of a cross-validation: some images are held out, and predicted by
 * what was learned from the others.
 * <p>
 * Immutable and thread-safe.
 */
public final class Fold {

	private final int repeat;
	private final int number;
	private final List<SplitUnit> others;
	private final Set<String> heldOut = new HashSet<>();
	private final String group;
	private final SeedTree seed;
	private final SeedTree ofRepeat;

	/**
	 * @param repeat 1-based
	 * @param number 1-based, within the repeat
	 * @param heldOut at least one unit
	 * @param others at least one unit
	 * @param group the name of the one that is left out; empty if none is
	 * @param ofRepeat seed that all folds of the repeat share
	 */
	Fold(final int repeat, final int number, final List<SplitUnit> heldOut,
		final List<SplitUnit> others, final String group, final SeedTree ofRepeat)
	{
		this.repeat = repeat;
		this.number = number;
		this.others = others;
		this.group = group;
		this.ofRepeat = ofRepeat;
		seed = ofRepeat.child("fold " + number);
		heldOut.forEach(unit -> unit.contents().forEach(content -> this.heldOut.add(
			content.hash())));
	}

	/** @return 1-based */
	public int repeat() {
		return repeat;
	}

	/** @return 1-based, within the repeat */
	public int number() {
		return number;
	}

	/** @return the name of the group that is left out; empty if none is */
	public String group() {
		return group;
	}

	/** @return a seed for the training, another one for each fold */
	public long trainingSeed() {
		return seed.child("training").seed();
	}

	/**
	 * @return a seed for changed views of images: the same one in all folds of a
	 *         repeat, so that these are computed once; another one in each
	 *         repeat, as repeats show what chance does
	 */
	public long viewSeed() {
		return ofRepeat.child("views").seed();
	}

	/**
	 * @param samples that were divided, in any order
	 * @return those that are held out, in the same order
	 */
	public List<SurveyedSample> heldOut(final List<SurveyedSample> samples) {
		return samples.stream().filter(s -> heldOut.contains(s.contentHash()))
			.toList();
	}

	/**
	 * @param samples that were divided, in any order
	 * @return those that are learned from, in the same order
	 */
	public List<SurveyedSample> learned(final List<SurveyedSample> samples) {
		return samples.stream().filter(s -> !heldOut.contains(s.contentHash()))
			.toList();
	}

	/**
	 * @return training and validation side of the images that are not held out;
	 *         it knows none of the others. A class in one piece validates nothing
	 */
	public Split learning() {
		return Split.withoutTest(others, seed);
	}
}
