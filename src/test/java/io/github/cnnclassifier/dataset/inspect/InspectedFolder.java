
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.progress.Progress;

/** Folders of small images that are inspected. */
abstract class InspectedFolder {

	@TempDir
	Path root;

	final DataAudit audit(final String... excluded) {
		return DataAudit.of(LabeledImages.openAsFound(root, new TextImages(), Set
			.of(excluded)), 0, Progress.none());
	}

	/** Different images of values from the offset on. */
	final void fill(final String label, final int count, final int offset)
		throws IOException
	{
		for (int i = 0; i < count; i++) {
			write(label + "/%03d.img".formatted(i), offset + i, offset + 100, offset +
				3, offset + 150);
		}
	}

	final void write(final String name, final int... values) throws IOException {
		TextImages.write(root.resolve(name), values);
	}

	final void writeText(final String name, final String text)
		throws IOException
	{
		TextImages.writeText(root.resolve(name), text);
	}

	/** @return the only finding of that severity with this text */
	static Finding finding(final DataAudit audit, final Severity severity,
		final String text)
	{
		final List<Finding> found = audit.findings().stream().filter(f -> f
			.severity() == severity && f.text().contains(text)).toList();
		assertEquals(1, found.size(), () -> text + " in " + texts(audit));
		return found.get(0);
	}

	static String texts(final DataAudit audit) {
		return audit.findings().stream().map(f -> f.severity().label() + ": " + f
			.text()).collect(Collectors.joining("\n"));
	}

	static void says(final DataAudit audit, final Severity severity,
		final String... texts)
	{
		final Finding found = finding(audit, severity, texts[0]);
		for (final String text : texts) {
			assertTrue(found.text().contains(text), found.text());
		}
	}

	static void silent(final DataAudit audit, final String text) {
		assertFalse(texts(audit).contains(text), texts(audit));
	}
}
