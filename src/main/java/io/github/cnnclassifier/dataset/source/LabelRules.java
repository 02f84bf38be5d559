
package io.github.cnnclassifier.dataset.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** What must hold for the classes of a data set, whatever form it came in. */
public final class LabelRules {

	private final String origin;
	private final Set<String> excluded;

	/**
	 * @param origin of the data set, for messages
	 * @param excluded names of classes to leave out; may be empty
	 */
	public LabelRules(final String origin, final Set<String> excluded) {
		this.origin = origin;
		this.excluded = excluded;
	}

	/** @throws UserFailure if training has an objection to the classes */
	LabeledImages apply(final Found found) {
		final LabeledImages images = withoutExcluded(found);
		objections(images).stream().findFirst().ifPresent(objection -> {
			throw new UserFailure(objection);
		});
		return images;
	}

	/** What is found, fit for training or not. */
	LabeledImages withoutExcluded(final Found found) {
		requireKnownExclusions(found.labels());
		final List<String> labels = found.labels().stream().filter(
			label -> !excluded.contains(label)).collect(Collectors.toList());
		final List<Sample> samples = found.samples().stream().filter(
			sample -> !excluded.contains(sample.label())).collect(Collectors
				.toList());
		return new LabeledImages(origin, labels, samples, found.skipped());
	}

	/** @return why training refuses the classes, in whole sentences */
	public List<String> objections(final LabeledImages images) {
		final List<String> objections = new ArrayList<>();
		several(images).ifPresent(objections::add);
		hidden(images.labels()).ifPresent(objections::add);
		lookAlike(images.labels()).ifPresent(objections::add);
		unknownToTraining(images).ifPresent(objections::add);
		return objections;
	}

	private void requireKnownExclusions(final List<String> labels) {
		final Set<String> unknown = new TreeSet<>(CodePointOrder.INSTANCE);
		unknown.addAll(excluded);
		unknown.removeAll(Set.copyOf(labels));
		if (!unknown.isEmpty()) throw new WrongUsage(
			"Expected classes to exclude from " + quoted(labels) + ", found " +
				quoted(List.copyOf(unknown)) + ".");
	}

	private Optional<String> several(final LabeledImages images) {
		final List<String> labels = images.labels();
		if (labels.size() > 1) return Optional.empty();
		final String rest = excluded.isEmpty() ? "" : " after exclusion";
		if (labels.isEmpty()) return Optional.of(
			"Expected at least two classes, found none" + rest + " in '" + origin +
				"'. Put the images of each class in a sub-folder of its own.");
		return Optional.of("Expected at least two classes, found only " + quoted(
			labels) + rest + " in '" + origin + "'. " + wayOut(images));
	}

	/** Who chose a folder one level too high has the classes below the class. */
	private String wayOut(final LabeledImages images) {
		final String only = images.labels().get(0);
		final String start = only + "/";
		final Set<String> below = new TreeSet<>(CodePointOrder.INSTANCE);
		for (final Sample sample : images.samples()) {
			final int end = sample.name().indexOf('/', start.length());
			if (end < 0 || !sample.name().startsWith(start))
				return "Add a sub-folder with images of another class.";
			below.add(sample.name().substring(start.length(), end));
		}
		if (below.size() < 2)
			return "Add a sub-folder with images of another class.";
		final List<String> some = below.stream().limit(3).toList();
		return "If its folders " + quoted(some) + (below.size() > some.size()
			? ", ..." : "") + " are the classes, choose '" + origin + "/" + only +
			"' instead.";
	}

	private Optional<String> hidden(final List<String> labels) {
		return labels.stream().filter(label -> !Legible.isLine(label)).findFirst()
			.map(label -> "Expected names of classes in one line, found '" + Legible
				.quote(label) +
				"' with a line break or another control character in '" + origin +
				"'. Rename the class.");
	}

	/** The same letters may be stored composed or as letter and accent. */
	private Optional<String> lookAlike(final List<String> labels) {
		final Map<String, String> seen = new HashMap<>();
		for (final String label : labels) {
			final String other = seen.put(SafeName.folded(label), label);
			if (other == null) continue;
			final boolean same = composed(label).equals(composed(other));
			return Optional.of("The classes '" + other + "' and '" + label +
				"' in '" + origin + "' differ only in " + (same
					? "how their accents are stored (Unicode)" : "case") +
				". Rename one of them, or merge them.");
		}
		return Optional.empty();
	}

	private static String composed(final String label) {
		return Normalizer.normalize(label, Normalizer.Form.NFC);
	}

	private Optional<String> unknownToTraining(final LabeledImages images) {
		final Set<String> trained = labelsOf(images.samples(), Side.TRAINING);
		if (trained.isEmpty()) return Optional.empty();
		for (final String label : images.labels()) {
			if (!trained.contains(label)) return Optional.of("The class '" + label +
				"' is missing from the training images of '" + origin +
				"', which have " + quoted(List.copyOf(trained)) +
				". Add training images, or leave it out with " + exclusion(label) +
				".");
		}
		return Optional.empty();
	}

	private static Set<String> labelsOf(final List<Sample> samples,
		final Side side)
	{
		return samples.stream().filter(sample -> sample.declaredSide() == side).map(
			Sample::label).collect(Collectors.toCollection(() -> new TreeSet<>(
				CodePointOrder.INSTANCE)));
	}

	/** @return how a class is left out; names are separated by commas */
	public static String exclusion(final String label) {
		return exclusion(List.of(label));
	}

	/** @return how several classes are left out */
	public static String exclusion(final List<String> labels) {
		return "exclude=" + labels.stream().map(LabelRules::listed).collect(
			Collectors.joining(","));
	}

	/** @return the name as it stands in a list whose commas separate names */
	public static String listed(final String label) {
		return label.replace(",", "\\,");
	}

	/**
	 * @param names may be empty
	 * @return each in single quotes, with commas between; for messages
	 */
	public static String quoted(final List<String> names) {
		return names.stream().map(name -> "'" + name + "'").collect(Collectors
			.joining(", "));
	}
}
