
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.dataset.inspect.Severity;

/** {@code inspection.html}: an inspection for people, one file for all. */
final class InspectionHtml {

	private static final Set<String> RARE = Set.of("unreadable", "groups",
		"training", "validation", "test", "constant", "saturated");

	private static final Set<String> OF_STACKS = Set.of("slices", "frames");

	private final DataAudit audit;

	private InspectionHtml(final DataAudit audit) {
		this.audit = audit;
	}

	/** @param sheets PNG by class, in the order to show */
	static String of(final DataAudit audit, final Map<String, byte[]> sheets)
		throws IOException
	{
		final InspectionHtml page = new InspectionHtml(audit);
		return Page.of("Inspection of training images", List.of(
			"Labeled images in '" + name(audit.data().source().origin()) + "'"), List
				.of(page.headline()), List.of(page::findings, page::classes,
					html -> sheets(html, sheets), new ReasonsSection(
						"Images that cannot be read", audit.data().failed().stream().map(
							file -> new LabelValue(file.name(), file.reason())).toList(),
						"images.csv"), new ReasonsSection(
							"Files and folders that were left out", audit.data().source()
								.skipped().stream().map(file -> new LabelValue(file.name(), file
									.reason())).toList(), "skipped.csv")));
	}

	/** A page that is passed on need not tell how folders are arranged. */
	private static String name(final String origin) {
		final Path name = Path.of(origin).toAbsolutePath().normalize()
			.getFileName();
		return name == null ? origin : name.toString();
	}

	private HeadlineSection headline() {
		return new HeadlineSection(List.of(figure("Images", audit.data().images()
			.size(), audit.data().failed().size() + " more cannot be read"), figure(
				"Classes", (int) audit.classes().stream().filter(c -> !c.label()
					.isEmpty()).count(), "folders of images"), figure("Problems", audit
						.count(Severity.PROBLEM), "to mend first"), figure("Warnings", audit
							.count(Severity.WARNING), "worth a look")), List.of());
	}

	private static HeadlineSection.Figure figure(final String name,
		final int value, final String note)
	{
		return new HeadlineSection.Figure(name, Integer.toString(value), note);
	}

	private void findings(final Html html) {
		for (final Severity severity : Severity.values()) {
			final List<Finding> some = audit.findings().stream().filter(
				finding -> finding.severity() == severity).toList();
			if (some.isEmpty()) continue;
			html.heading(switch (severity) {
				case PROBLEM -> "Problems";
				case WARNING -> "Warnings";
				case NOTE -> "Notes";
			});
			html.markup(severity == Severity.PROBLEM
				? "<div class=\"warnings\" role=\"note\"><ul>" : "<div><ul>");
			some.forEach(finding -> html.sentence("li", finding.text()));
			html.markup("</ul></div>");
		}
	}

	private void classes(final Html html) {
		html.heading("Classes");
		final Table table = InspectionTables.classes(audit);
		final int[] shown = IntStream.range(0, table.headings().size()).filter(
			i -> isTelling(table, i)).toArray();
		html.table("classes").headings(Arrays.stream(shown).mapToObj(i -> table
			.headings().get(i).replace('_', ' ')).toArray(String[]::new));
		for (final List<Object> row : table.rows()) {
			html.row(Table.text(row.get(0)), Arrays.stream(shown).skip(1).mapToObj(
				i -> Table.text(row.get(i))).toArray(String[]::new));
		}
		html.endTable();
		html.note(
			"Different: copies counted once. Constant: without any contrast. " +
				"Saturated: 0.5 % or more of the values are the largest one of the image, " +
				"and this is 255, 1023, 4095, 16383 or 65535, or ten times as frequent " +
				"as the next lower one.");
	}

	/** Counts of what does not occur are left out, and z and t of no stack. */
	private static boolean isTelling(final Table table, final int column) {
		final String heading = table.headings().get(column);
		if (!RARE.contains(heading) && !OF_STACKS.contains(heading)) return true;
		final Object usual = RARE.contains(heading) ? 0 : 1.0;
		return table.rows().stream().anyMatch(row -> !row.get(column).equals(
			usual) && !row.get(column).equals(""));
	}

	private static void sheets(final Html html,
		final Map<String, byte[]> sheets)
	{
		if (sheets.isEmpty()) return;
		html.heading("Contact sheets");
		html.note("Evenly chosen from each class. Black and " +
			"white are the same for all images of a kind, so that dark and bright " +
			"ones can be told apart.");
		sheets.forEach((label, png) -> html.markup("<p>").png("",
			"Images of class " + label, png).markup("</p>"));
	}
}
