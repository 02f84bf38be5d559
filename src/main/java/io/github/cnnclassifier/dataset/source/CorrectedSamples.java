
package io.github.cnnclassifier.dataset.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PixelHash;

/**
 * Samples after the corrections of people. A correction counts only where the
 * image is what it was when somebody looked at it: there, in the class that it
 * had, and with the same pixels.
 *
 * @param found the samples, without those that are left out
 * @param applied what was changed
 */
record CorrectedSamples(Found found, AppliedCorrections applied) {

	static CorrectedSamples none(final Found found) {
		return new CorrectedSamples(found, AppliedCorrections.NONE);
	}

	static CorrectedSamples of(final Found found, final Corrections corrections) {
		return corrections.all().isEmpty() ? none(found) : new Run(found,
			corrections).result();
	}

	private static final class Run {

		private final Found found;
		private final Corrections corrections;
		private final Map<String, List<Sample>> named = new HashMap<>();
		private final Map<String, List<Sample>> planes = new HashMap<>();
		/** By sample: its correction. */
		private final Map<Sample, Correction> decided = new IdentityHashMap<>();
		private final List<AppliedCorrections.NotApplied> notApplied =
			new ArrayList<>();
		private final List<Correction> applied = new ArrayList<>();
		private int already;

		Run(final Found found, final Corrections corrections) {
			this.found = found;
			this.corrections = corrections;
			final Set<String> wanted = new HashSet<>();
			corrections.all().forEach(c -> wanted.add(c.path()));
			for (final Sample sample : found.samples()) {
				final String stack = sample.source().stack();
				if (wanted.contains(sample.name())) add(named, sample.name(), sample);
				else if (stack != null && wanted.contains(stack)) add(planes, stack,
					sample);
			}
		}

		private static void add(final Map<String, List<Sample>> map,
			final String name, final Sample sample)
		{
			map.computeIfAbsent(name, unused -> new ArrayList<>()).add(sample);
		}

		CorrectedSamples result() {
			corrections.all().forEach(this::decide);
			final List<Sample> samples = new ArrayList<>();
			for (final Sample sample : found.samples()) {
				final Correction correction = decided.get(sample);
				if (correction == null) samples.add(sample);
				else if (!correction.leavesOut()) samples.add(sample.corrected(
					correction.to()));
			}
			return new CorrectedSamples(new Found(labels(samples), samples, found
				.skipped()), new AppliedCorrections(applied, already, notApplied));
		}

		private void decide(final Correction correction) {
			final List<Sample> samples = named.getOrDefault(correction.path(), planes
				.getOrDefault(correction.path(), List.of()));
			final String label = samples.isEmpty() ? null : samples.get(0).label();
			if (correction.decision() == Correction.Decision.CLASS && correction.to()
				.equals(label))
			{
				already++;
				return;
			}
			final Optional<String> obstacle = obstacle(correction, samples, label);
			if (obstacle.isPresent()) {
				notApplied.add(new AppliedCorrections.NotApplied(correction.path(),
					obstacle.get()));
				return;
			}
			samples.forEach(sample -> decided.put(sample, correction));
			applied.add(correction);
		}

		private static Optional<String> obstacle(final Correction correction,
			final List<Sample> samples, final String label)
		{
			if (samples.isEmpty()) return Optional.of(
				"there is no such image any more");
			if (!label.equals(correction.from())) return Optional.of(
				"its class was '" + correction.from() +
					"' when it was corrected, now it is '" + label + "'");
			if (correction.content().isEmpty()) return Optional.empty();
			final ItemOutcome<String> content = ItemOutcome.of(() -> PixelHash.of(
				samples.get(0).source().read()));
			if (content.isFailed()) return Optional.of("it cannot be read: " + content
				.reason().replaceFirst("\\.$", ""));
			return content.result().equals(correction.content()) ? Optional.empty()
				: Optional.of("its pixels have changed since it was corrected");
		}

		/** Classes without any image are none; new ones come where they belong. */
		private List<String> labels(final List<Sample> samples) {
			final Set<String> used = new HashSet<>();
			samples.forEach(sample -> used.add(sample.label()));
			final List<String> labels = new ArrayList<>(found.labels());
			final boolean sorted = labels.stream().sorted(CodePointOrder.INSTANCE)
				.toList().equals(labels);
			final Set<String> touched = new HashSet<>();
			decided.forEach((sample, correction) -> touched.add(sample.label()));
			labels.removeIf(label -> touched.contains(label) && !used.contains(
				label));
			used.removeAll(labels);
			used.remove("");
			labels.addAll(used.stream().sorted(CodePointOrder.INSTANCE).toList());
			final Comparator<String> order = CodePointOrder.INSTANCE;
			if (sorted) labels.sort(order);
			return labels;
		}
	}
}
