
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.Fingerprint;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Finds images that are almost the same picture: saved again as JPEG, stored
 * with another bit depth, made somewhat brighter, resized, turned by quarters
 * or mirrored. Works on what the survey kept of each image; reads no file.
 * <p>
 * Immutable and thread-safe.
 */
public final class NearDuplicates {

	/**
	 * The largest distance of two shapes, as a part of their length. Of real
	 * cells, the same one seen twice is up to 0.075 apart, different ones 0.082
	 * and more; copies saved as JPEG of quality 50 and above up to 0.06.
	 */
	private static final double SHAPE_LIMIT = 0.08;

	/** For small images: some different handwritten ones are but 0.06 apart. */
	private static final double SMALL_SHAPE_LIMIT = 0.05;

	/** The same for roughness, which JPEG and noise change more. */
	private static final double ROUGHNESS_LIMIT = 0.3;

	/** Sides that differ more than this are another picture. */
	private static final double ASPECT_LIMIT = 1.03;

	private static final Turns SHAPES = new Turns(Fingerprint.SHAPE_SIDE);
	private static final Turns ROUGHNESSES = new Turns(
		Fingerprint.ROUGHNESS_SIDE);

	private final int searched;
	private final List<List<SurveyedSample>> groups;

	private NearDuplicates(final int searched,
		final List<List<SurveyedSample>> groups)
	{
		this.searched = searched;
		this.groups = List.copyOf(groups);
	}

	/**
	 * @param samples as they were surveyed; those without a fingerprint are never
	 *          near duplicates
	 * @param progress asked again and again whether to go on
	 * @return what was found
	 * @throws CanceledException if the user asked to stop
	 */
	public static NearDuplicates of(final List<SurveyedSample> samples,
		final Progress progress)
	{
		return new NearDuplicates(samples.size(), find(samples, progress));
	}

	/**
	 * @return groups of at least two different contents, each with all samples of
	 *         these contents (exact copies have equal hashes), both in the order
	 *         of the samples. Whatever resembles one member belongs to the group,
	 *         so the first and the last of a series may differ more
	 */
	public List<List<SurveyedSample>> groups() {
		return groups;
	}

	/**
	 * Tells without another search what a search among fewer samples would find:
	 * images that only a missing one brought together are apart then.
	 *
	 * @param some of the samples that were searched, the very same objects in the
	 *          same order
	 * @return the near duplicates among them
	 */
	NearDuplicates among(final List<SurveyedSample> some) {
		if (some.size() == searched) return this;
		final Map<SurveyedSample, Integer> places = new IdentityHashMap<>();
		some.forEach(sample -> places.put(sample, places.size()));
		final List<List<SurveyedSample>> left = new ArrayList<>();
		for (final List<SurveyedSample> group : groups) {
			final List<SurveyedSample> members = group.stream().filter(
				places::containsKey).sorted(Comparator.comparing(places::get)).toList();
			if (members.size() == group.size()) left.add(group);
			else left.addAll(find(members, Progress.none()));
		}
		left.sort(Comparator.comparing(group -> places.get(group.get(0))));
		return new NearDuplicates(some.size(), left);
	}

	private static List<List<SurveyedSample>> find(
		final List<SurveyedSample> samples, final Progress progress)
	{
		final Map<String, List<SurveyedSample>> contents = new HashMap<>();
		final List<SurveyedSample> distinct = new ArrayList<>();
		for (final SurveyedSample sample : samples) {
			final List<SurveyedSample> copies = contents.computeIfAbsent(sample
				.contentHash(), unused -> new ArrayList<>());
			if (copies.isEmpty() && sample.fingerprint() != null) distinct.add(
				sample);
			copies.add(sample);
		}
		final List<List<SurveyedSample>> groups = new ArrayList<>();
		for (final List<Integer> members : clusters(distinct, progress).members()) {
			if (members.size() < 2) continue;
			final List<SurveyedSample> group = new ArrayList<>();
			members.forEach(i -> group.addAll(contents.get(distinct.get(i)
				.contentHash())));
			groups.add(List.copyOf(group));
		}
		return groups;
	}

	private static Clusters clusters(final List<SurveyedSample> samples,
		final Progress progress)
	{
		final Clusters clusters = new Clusters(samples.size());
		final List<float[]> shapes = samples.parallelStream().map(
			sample -> CoarseShape.of(sample.fingerprint().shape())).toList();
		final double limit = samples.stream().mapToDouble(s -> shapeLimit(s
			.fingerprint())).max().orElse(0);
		ClosePairs.find(shapes, limit, (a, b) -> {
			// the order of joining does not matter, nor who is compared with whom
			if (clusters.joined(a, b) || !isNear(samples.get(a).fingerprint(), samples
				.get(b).fingerprint())) return;
			clusters.join(a, b);
		}, progress);
		return clusters;
	}

	/** @return whether one is almost the other, in any position */
	static boolean isNear(final Fingerprint a, final Fingerprint b) {
		if (Math.max(a.aspect(), b.aspect()) > ASPECT_LIMIT * Math.min(a.aspect(), b
			.aspect())) return false;
		final long shape = limit(Math.min(shapeLimit(a), shapeLimit(b)), a
			.shape().length);
		final long roughness = limit(ROUGHNESS_LIMIT, a.roughness().length);
		for (int turn = 0; turn < Turns.COUNT; turn++) {
			if (SHAPES.squaredDistance(a.shape(), b.shape(), turn, shape) <= shape &&
				ROUGHNESSES.squaredDistance(a.roughness(), b.roughness(), turn,
					roughness) <= roughness) return true;
		}
		return false;
	}

	private static double shapeLimit(final Fingerprint fingerprint) {
		return fingerprint.isSmall() ? SMALL_SHAPE_LIMIT : SHAPE_LIMIT;
	}

	private static long limit(final double distance, final int values) {
		return (long) (distance * distance * Fingerprint.UNIT * Fingerprint.UNIT *
			values);
	}
}
