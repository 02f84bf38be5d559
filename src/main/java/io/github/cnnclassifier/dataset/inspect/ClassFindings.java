
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.split.ImagesThatCount;
import io.github.cnnclassifier.dataset.survey.Wording;

/** Whether there are enough images of each class, and as many of each. */
final class ClassFindings {

	private static final String TOPIC = "classes";
	/** From this ratio on, training weighs the classes. */
	private static final double IMBALANCED = 3;

	private final InspectedImages data;
	private final Map<String, List<InspectedImage>> classes;
	private final Map<String, ImagesThatCount> counted;
	private final List<Finding> findings = new ArrayList<>();

	private ClassFindings(final InspectedImages data) {
		this.data = data;
		classes = data.byClass();
		counted = ImagesThatCount.of(data.surveyed());
	}

	static List<Finding> of(final InspectedImages data) {
		final ClassFindings found = new ClassFindings(data);
		if (!data.hasClasses()) found.noClasses();
		else {
			new LabelRules(data.source().origin(), Set.of()).objections(data.source())
				.forEach(text -> found.add(Severity.PROBLEM, text));
			found.tooSmall();
			found.few();
			found.imbalance();
		}
		return found.findings;
	}

	private void noClasses() {
		add(Severity.PROBLEM,
			"The images lie in the folder itself and so have no " +
				"class. For training, put the images of each class in a sub-folder of " +
				"its own.");
	}

	private void tooSmall() {
		final List<String> small = classes.keySet().stream().filter(
			label -> counted(label).isTooFew()).toList();
		if (small.isEmpty()) return;
		final String need = "; training needs one and validation another. Add " +
			"images" + (classes.size() - small.size() < 2 ? "." : ", or leave " +
				(small.size() == 1 ? "the class" : "these classes") + " out: " +
				LabelRules.exclusion(small) + ".");
		if (small.size() == 1) add(Severity.PROBLEM, "The class '" + small.get(0) +
			"' has " + amount(small.get(0)) + need);
		else add(Severity.PROBLEM, small.size() + " classes have too few images: " +
			Wording.examples(small.stream().map(label -> "'" + label + "' has " +
				amount(label)).toList()) + need);
	}

	private String amount(final String label) {
		if (classes.get(label).isEmpty()) return "no image that can be read";
		final ImagesThatCount count = counted(label);
		return count.different() == 0
			? "no image that is not a copy of one of another class" : count
				.oneInWords();
	}

	private void few() {
		final List<String> few = new ArrayList<>();
		classes.forEach((label, images) -> {
			final int different = counted(label).different();
			if (different > 1 && different < ClassSummary.FEW) few.add("'" + label +
				"' (" + different + ")");
		});
		if (!few.isEmpty()) add(Severity.WARNING, "Few different images: " + Wording
			.examples(few) + ". About one in seven is kept for the test, so " +
			"the figures of such a class will say little. Add images where you can; " +
			"50 of a class are a start.");
	}

	private void imbalance() {
		final List<Map.Entry<String, List<InspectedImage>>> bySize = classes
			.entrySet().stream().filter(entry -> !counted(entry.getKey()).isTooFew())
			.sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
			.toList();
		if (bySize.size() < 2) return;
		final Map.Entry<String, List<InspectedImage>> small = bySize.get(0);
		final Map.Entry<String, List<InspectedImage>> large = bySize.get(bySize
			.size() - 1);
		final int least = small.getValue().size();
		final int most = large.getValue().size();
		if (most <= IMBALANCED * least) return;
		final long share = Math.round(100.0 * most / data.images().size());
		add(Severity.WARNING, "Classes differ in size: '" + large.getKey() +
			"' has " + Wording.images(most) + ", '" + small.getKey() + "' " + least +
			". Training weighs the classes so that they count alike. Always " +
			"answering '" + large.getKey() + "' would be right for " + share +
			" % of the images: judge by balanced accuracy and by the recall of each " +
			"class, not by accuracy.");
	}

	private ImagesThatCount counted(final String label) {
		return counted.getOrDefault(label, ImagesThatCount.NONE);
	}

	private void add(final Severity severity, final String text) {
		findings.add(new Finding(severity, TOPIC, text, List.of()));
	}
}
