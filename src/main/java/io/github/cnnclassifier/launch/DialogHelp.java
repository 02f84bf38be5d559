
package io.github.cnnclassifier.launch;

import java.util.List;

import org.scijava.module.ModuleItem;

/** The text behind the Help button of a dialog. */
final class DialogHelp {

	private DialogHelp() {}

	/** Label, description and macro key of each input, as HTML. */
	static String of(final List<ModuleItem<?>> items) {
		final StringBuilder html = new StringBuilder("<html>");
		for (final ModuleItem<?> item : items) {
			html.append("<p><b>").append(escaped(GenericDialogHarvester.label(item)))
				.append("</b> &nbsp; <code>").append(item.getName()).append(
					"</code><br>");
			if (item.getDescription() != null) html.append(escaped(item
				.getDescription()));
			html.append("</p>");
		}
		return html.append("</html>").toString();
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
