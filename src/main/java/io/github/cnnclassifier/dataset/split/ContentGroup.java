
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/** All samples that hold the same pixels. */
final class ContentGroup {

	private final String hash;
	private final List<SurveyedSample> samples;
	private final List<String> labels;
	private final Side declaredSide;

	/** Asked for labels and side again and again while a split is made. */
	private ContentGroup(final String hash, final List<SurveyedSample> samples) {
		this.hash = hash;
		this.samples = samples;
		// nearly always there is one, and there are many contents
		labels = samples.size() == 1 ? List.of(samples.get(0).sample().label())
			: samples.stream().map(sample -> sample.sample().label()).distinct()
				.sorted(CodePointOrder.INSTANCE).toList();
		declaredSide = samples.stream().map(sample -> sample.sample()
			.declaredSide()).reduce(null, ContentGroup::further);
	}

	/** @return the groups by hash, so independent of the samples' order */
	static List<ContentGroup> of(final List<SurveyedSample> samples) {
		final Map<String, List<SurveyedSample>> contents = new TreeMap<>();
		for (final SurveyedSample sample : samples) {
			contents.computeIfAbsent(sample.contentHash(),
				unused -> new ArrayList<>()).add(sample);
		}
		return contents.entrySet().stream().map(entry -> new ContentGroup(entry
			.getKey(), entry.getValue())).toList();
	}

	String hash() {
		return hash;
	}

	int size() {
		return samples.size();
	}

	/** @return the labels, by code point; more than one is odd */
	List<String> labels() {
		return labels;
	}

	/** @return the names, by code point */
	List<String> names() {
		final TreeSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
		samples.forEach(sample -> names.add(sample.sample().name()));
		return List.copyOf(names);
	}

	/** @return the label that counts: of several the first by code point */
	String label() {
		return labels.get(0);
	}

	List<SurveyedSample> samples() {
		return samples;
	}

	/**
	 * @return the declared side; of several the one furthest from training, so
	 *         that nothing measured on was learned from; null if none
	 */
	Side declaredSide() {
		return declaredSide;
	}

	/** @return the side further from training; null is none */
	static Side further(final Side a, final Side b) {
		return b != null && (a == null || b.compareTo(a) > 0) ? b : a;
	}

	/** @return whether copies are declared for different sides */
	boolean isDeclaredTwice() {
		return samples.size() > 1 && samples.stream().map(sample -> sample.sample()
			.declaredSide()).distinct().count() > 1;
	}
}
