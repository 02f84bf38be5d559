
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.dataset.inspect.Severity;
import io.github.cnnclassifier.dataset.source.SkippedFile;
import io.github.cnnclassifier.dataset.survey.FailedSample;

/** {@code inspection.html}: an inspection for people, one file for all. */
final class InspectionHtml {

	/** Longer lists are in the tables beside the page. */
	private static final int MOST_ROWS = 100;

	private static final Set<String> RARE = Set.of("unreadable", "groups",
		"training", "validation", "test", "constant", "saturated");

	private static final Set<String> OF_STACKS = Set.of("slices", "frames");

	private final Html html = new Html();
	private final DataAudit audit;

	private InspectionHtml(final DataAudit audit) {
		this.audit = audit;
	}

	/** @param sheets PNG by class, in the order to show */
	static String of(final DataAudit audit, final Map<String, byte[]> sheets)
		throws IOException
	{
		final InspectionHtml page = new InspectionHtml(audit);
		PageHead.write(page.html, "Inspection of training images");
		page.statement();
		page.headline();
		page.findings();
		page.classes();
		page.sheets(sheets);
		page.unreadable();
		page.skipped();
		page.html.markup("</body></html>");
		return page.html.toString();
	}

	private void statement() {
		html.element("h1", "Inspection of training images");
		html.element("p class=\"lead\"", "Labeled images in '" + name(audit.data()
			.source().origin()) + "'");
	}

	/** A page that is passed on need not tell how folders are arranged. */
	private static String name(final String origin) {
		final Path name = Path.of(origin).toAbsolutePath().normalize()
			.getFileName();
		return name == null ? origin : name.toString();
	}

	private void headline() {
		html.markup("<div class=\"headline\">");
		figure("Images", audit.data().images().size(), audit.data().failed()
			.size() + " more cannot be read");
		figure("Classes", (int) audit.classes().stream().filter(c -> !c.label()
			.isEmpty()).count(), "folders of images");
		figure("Problems", audit.count(Severity.PROBLEM), "to mend first");
		figure("Warnings", audit.count(Severity.WARNING), "worth a look");
		html.markup("</div>");
	}

	private void figure(final String name, final int value, final String note) {
		html.markup("<div class=\"figure\">").element("span", name).element("b",
			Integer.toString(value)).element("span", note).markup("</div>");
	}

	private void findings() {
		for (final Severity severity : Severity.values()) {
			final List<Finding> some = audit.findings().stream().filter(
				finding -> finding.severity() == severity).toList();
			if (some.isEmpty()) continue;
			html.element("h2", switch (severity) {
				case PROBLEM -> "Problems";
				case WARNING -> "Warnings";
				case NOTE -> "Notes";
			});
			html.markup(severity == Severity.PROBLEM
				? "<div class=\"warnings\" role=\"note\"><ul>" : "<div><ul>");
			some.forEach(finding -> html.element("li", finding.text()));
			html.markup("</ul></div>");
		}
	}

	private void classes() {
		html.element("h2", "Classes");
		final Table table = InspectionTables.classes(audit);
		final int[] shown = IntStream.range(0, table.headings().size()).filter(
			i -> isTelling(table, i)).toArray();
		html.markup("<div class=\"wide\"><table class=\"classes\">").headings(Arrays
			.stream(shown).mapToObj(i -> table.headings().get(i).replace('_', ' '))
			.toArray(String[]::new)).markup("<tbody>");
		for (final List<Object> row : table.rows()) {
			html.row(Table.text(row.get(0)), Arrays.stream(shown).skip(1).mapToObj(
				i -> Table.text(row.get(i))).toArray(String[]::new));
		}
		html.markup("</tbody></table></div>");
		html.element("p class=\"note\"",
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

	private void sheets(final Map<String, byte[]> sheets) {
		if (sheets.isEmpty()) return;
		html.element("h2", "Contact sheets");
		html.element("p class=\"note\"",
			"Evenly chosen from each class. Black and " +
				"white are the same for all images of a kind, so that dark and bright " +
				"ones can be told apart.");
		sheets.forEach((label, png) -> html.markup("<p>").png("",
			"Images of class " + label, png).markup("</p>"));
	}

	private void unreadable() {
		rows("Images that cannot be read", "images.csv", audit.data().failed()
			.stream().collect(Collectors.toMap(FailedSample::name,
				FailedSample::reason, (a, b) -> a, LinkedHashMap::new)));
	}

	private void skipped() {
		rows("Files and folders that were left out", "skipped.csv", audit.data()
			.source().skipped().stream().collect(Collectors.toMap(SkippedFile::name,
				SkippedFile::reason, (a, b) -> a, LinkedHashMap::new)));
	}

	private void rows(final String title, final String all,
		final Map<String, String> reasons)
	{
		if (reasons.isEmpty()) return;
		html.element("h2", title);
		if (reasons.size() > MOST_ROWS) html.element("p class=\"note\"",
			"The first " + MOST_ROWS + " of " + reasons.size() + "; all are in " +
				all + ".");
		html.markup("<table class=\"text\">").headings("Path", "Reason").markup(
			"<tbody>");
		reasons.entrySet().stream().limit(MOST_ROWS).forEach(entry -> html.row(entry
			.getKey(), entry.getValue()));
		html.markup("</tbody></table>");
	}
}
