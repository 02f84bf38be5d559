
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.survey.Wording;

/** Images that occur more than once, and what that means. */
final class DuplicateFindings {

	private static final String TOPIC = "duplicates";
	private static final int MOST_NAMES = 4;

	private final InspectedImages data;
	private final List<Finding> findings = new ArrayList<>();

	private DuplicateFindings(final InspectedImages data) {
		this.data = data;
	}

	static List<Finding> of(final InspectedImages data) {
		final DuplicateFindings found = new DuplicateFindings(data);
		found.copies();
		found.nearlyEqual();
		return found.findings;
	}

	private void copies() {
		final List<List<InspectedImage>> groups = images(data.duplicates());
		final List<List<InspectedImage>> mislabeled = groups.stream().filter(
			group -> differ(group, InspectedImage::label)).toList();
		if (!mislabeled.isEmpty()) add(Severity.PROBLEM, mislabeled, Wording.images(
			mislabeled.size()) + (mislabeled.size() == 1 ? " occurs" : " occur") +
			" in different classes, so one label is wrong: " + named(mislabeled) +
			". Keep the right copy of each and delete the others.");
		final List<List<InspectedImage>> leaking = groups.stream().filter(
			group -> differ(group, image -> image.surveyed().sample().declaredSide()))
			.toList();
		if (!leaking.isEmpty()) add(Severity.WARNING, leaking, Wording.imagesAre(
			leaking.size()) + " on several sides of the declared split: " + named(
				leaking) + ". Training leaves out the copies nearer to the training " +
			"side; other tools would measure on what they have learned.");
		final List<List<InspectedImage>> inClass = groups.stream().filter(
			group -> !differ(group, InspectedImage::label)).toList();
		if (!inClass.isEmpty()) add(Severity.WARNING, inClass, Wording.images(
			inClass.size()) + (inClass.size() == 1 ? " exists" : " exist") +
			" more than once: " + named(inClass) + ". Copies stay on one side of " +
			"the split and count more in training than others. Delete them, unless " +
			"that is wanted.");
	}

	private void nearlyEqual() {
		final List<List<InspectedImage>> groups = images(data.nearDuplicates());
		final List<List<InspectedImage>> mislabeled = groups.stream().filter(
			group -> differ(group, InspectedImage::label)).toList();
		if (!mislabeled.isEmpty()) add(Severity.WARNING, mislabeled, groups(
			mislabeled, "in different classes") + named(mislabeled) +
			". Look at them: if they show the same thing, a label is wrong.");
		final List<List<InspectedImage>> leaking = groups.stream().filter(
			group -> differ(group, image -> image.surveyed().sample().declaredSide()))
			.toList();
		if (!leaking.isEmpty()) add(Severity.WARNING, leaking, groups(leaking,
			"on several sides of the declared split") + named(leaking) +
			". What was learned from one makes the figures of the other look better " +
			"than they are. Move them to one side.");
		final List<List<InspectedImage>> inClass = groups.stream().filter(
			group -> !differ(group, InspectedImage::label)).toList();
		if (!inClass.isEmpty()) add(Severity.WARNING, inClass, groups(inClass,
			"of one class") + named(inClass) +
			". Training keeps them on one side of " +
			"the split; with one of them in training and another in the test, figures " +
			"would look better than they are. Such images add little to each other.");
	}

	private List<List<InspectedImage>> images(final ImageGroups groups) {
		return groups.groups().stream().map(group -> group.stream().map(data
			.images()::get).toList()).toList();
	}

	private static String groups(final List<List<InspectedImage>> groups,
		final String where)
	{
		return (groups.size() == 1 ? "1 group" : groups.size() + " groups") +
			" of images " + where + (groups.size() == 1 ? " is" : " are") +
			" nearly equal: ";
	}

	private static boolean differ(final List<InspectedImage> group,
		final Function<InspectedImage, Object> property)
	{
		final Object first = property.apply(group.get(0));
		return group.stream().anyMatch(image -> property.apply(image) != first &&
			(first == null || !first.equals(property.apply(image))));
	}

	private static String named(final List<List<InspectedImage>> groups) {
		return Wording.examples(groups.stream().map(DuplicateFindings::equation)
			.toList(), "; ");
	}

	private static String equation(final List<InspectedImage> group) {
		return group.stream().limit(MOST_NAMES).map(InspectedImage::name).collect(
			Collectors.joining(" = ")) + (group.size() > MOST_NAMES ? " = ..." : "");
	}

	private void add(final Severity severity,
		final List<List<InspectedImage>> groups, final String text)
	{
		findings.add(new Finding(severity, TOPIC, text, groups.stream().flatMap(
			List::stream).map(InspectedImage::name).toList()));
	}
}
