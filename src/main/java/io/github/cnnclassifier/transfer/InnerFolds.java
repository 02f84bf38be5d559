
package io.github.cnnclassifier.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.split.FoldAssignment;
import io.github.cnnclassifier.dataset.split.FoldMember;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Which of the images that are learned from are left out together, to see what
 * suits images that were not learned from. What belongs together is left out
 * together, and each fold has nearly the same part of each class. Of very many
 * images some are looked at, as many of each class and of as many groups as
 * there are.
 */
final class InnerFolds {

	/** Each fold is left out of the others once. */
	private static final int FOLDS = 5;
	/** Learned from in each fold: a class would else be unknown in one. */
	private static final int STAYS = -1;
	private static final int NOT_LOOKED_AT = -2;

	/** Images that belong together. */
	private record Unit(String key, List<Integer> images,
			Map<String, Integer> counts) implements FoldMember
	{

		@Override
		public int size() {
			return images.size();
		}
	}

	private final int[] labels;
	private final int[] folds;
	private final int count;

	/**
	 * @param labels 0-based label index of each image
	 * @param units of each image a name that it shares with what belongs together
	 *          with it
	 * @param most images to look at
	 * @param seed divides them
	 */
	InnerFolds(final int[] labels, final List<String> units, final int most,
		final SeedTree seed)
	{
		this.labels = labels;
		folds = new int[labels.length];
		Arrays.fill(folds, NOT_LOOKED_AT);
		final int[] chosen = chosen(units, most, seed);
		for (final int image : chosen)
			folds[image] = STAYS;
		final List<Unit> divided = divisible(chosen, units);
		// without any there is nothing to divide
		final List<List<Unit>> parts = divided.isEmpty() ? List.of()
			: new FoldAssignment<>(divided, FOLDS, seed).run();
		count = parts.size();
		for (int fold = 0; fold < count; fold++) {
			for (final Unit unit : parts.get(fold)) {
				for (final int image : unit.images())
					folds[image] = fold;
			}
		}
	}

	private int[] chosen(final List<String> units, final int most,
		final SeedTree seed)
	{
		if (labels.length <= most) return IntStream.range(0, labels.length)
			.toArray();
		final int ofEach = ofEachClass(most);
		return IntStream.rangeClosed(0, Arrays.stream(labels).max().orElse(0))
			.flatMap(label -> mixed(label, units, seed.child("images").child(label))
				.limit(ofEach)).sorted().toArray();
	}

	/** As many as there may be, where smaller classes leave room for others. */
	private int ofEachClass(final int most) {
		final Map<Integer, Integer> counts = new HashMap<>();
		for (final int label : labels)
			counts.merge(label, 1, Integer::sum);
		int ofEach = 1;
		while (sum(counts, ofEach + 1) <= most)
			ofEach++;
		return ofEach;
	}

	private static int sum(final Map<Integer, Integer> counts, final int ofEach) {
		return counts.values().stream().mapToInt(n -> Math.min(n, ofEach)).sum();
	}

	/** First one image of each unit, then another one of each that has more. */
	private IntStream mixed(final int label, final List<String> units,
		final SeedTree seed)
	{
		final Map<String, Integer> seen = new HashMap<>();
		final Map<Integer, Integer> turns = new HashMap<>();
		final List<Integer> inAnyOrder = IntStream.range(0, labels.length).filter(
			i -> labels[i] == label).boxed().sorted(Comparator.comparingLong(i -> seed
				.child(i).seed())).toList();
		for (final int image : inAnyOrder)
			turns.put(image, seen.merge(units.get(image), 1, Integer::sum));
		// the sort keeps the order of those of one turn
		return inAnyOrder.stream().sorted(Comparator.comparingInt(turns::get))
			.mapToInt(i -> i);
	}

	/** Without those that hold the whole of a class. */
	private List<Unit> divisible(final int[] chosen, final List<String> units) {
		final Map<String, Integer> all = new HashMap<>();
		final Map<String, Unit> byKey = new LinkedHashMap<>();
		for (final int image : chosen) {
			final String label = Integer.toString(labels[image]);
			final Unit unit = byKey.computeIfAbsent(units.get(image), key -> new Unit(
				key, new ArrayList<>(), new HashMap<>()));
			unit.images().add(image);
			unit.counts().merge(label, 1, Integer::sum);
			all.merge(label, 1, Integer::sum);
		}
		return byKey.values().stream().filter(unit -> unit.counts().entrySet()
			.stream().noneMatch(e -> e.getValue().equals(all.get(e.getKey()))))
			.toList();
	}

	/** @return how many folds there are; 0 if no image can be left out */
	int count() {
		return count;
	}

	/** @return how many images are looked at */
	int images() {
		return (int) Arrays.stream(folds).filter(fold -> fold != NOT_LOOKED_AT)
			.count();
	}

	/** @return whether an image is looked at, and learned from in this fold */
	boolean isLearned(final int image, final int fold) {
		return folds[image] != NOT_LOOKED_AT && folds[image] != fold;
	}

	/**
	 * @return the images that are left out of this fold, of classes that are
	 *         learned in it
	 */
	int[] leftOut(final int fold) {
		final boolean[] learned = new boolean[1 + Arrays.stream(labels).max()
			.orElse(0)];
		for (int image = 0; image < folds.length; image++)
			learned[labels[image]] |= isLearned(image, fold);
		return IntStream.range(0, folds.length).filter(
			image -> folds[image] == fold && learned[labels[image]]).toArray();
	}

	/**
	 * @param weights by label index
	 * @return what images that are looked at weigh, so that classes together
	 *         weigh as they do among all images
	 */
	float[] scaled(final float[] weights) {
		final int[] all = new int[weights.length];
		final int[] here = new int[weights.length];
		for (int image = 0; image < folds.length; image++) {
			all[labels[image]]++;
			if (folds[image] != NOT_LOOKED_AT) here[labels[image]]++;
		}
		final float[] scaled = new float[weights.length];
		for (int k = 0; k < scaled.length; k++)
			scaled[k] = here[k] == 0 ? weights[k] : weights[k] * all[k] / here[k];
		return scaled;
	}
}
