
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.swing.JButton;
import javax.swing.JDialog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.ui.FailureDialog;

/** What Fiji asks before its dialog comes back; needs a display. */
@Tag("gui")
class FailureDialogTest {

	private static final Mend REPLACE = Mend.replacing();

	private static CompletableFuture<FailureDialog.Answer> asked() {
		return CompletableFuture.supplyAsync(() -> new FailureDialog().ask(
			"Map Classes with CNN...", "<html>The file 'map.tif' exists already.",
			List.of(Mend.of("Use 'map-2.tif'", "output", "map-2.tif"), REPLACE)));
	}

	private static FailureDialog.Answer pressed(final String label)
		throws Exception
	{
		final CompletableFuture<FailureDialog.Answer> answer = asked();
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		GuiImageJ.picture(question, "failure-in-fiji");
		final JButton button = button(question, label).orElseThrow();
		EventQueue.invokeAndWait(button::doClick);
		return answer.get(10, TimeUnit.SECONDS);
	}

	private static Optional<JButton> button(final Container window,
		final String label)
	{
		for (final Component part : window.getComponents()) {
			if (part instanceof final JButton button && label.equals(button
				.getText())) return Optional.of(button);
			final Optional<JButton> inner = part instanceof final Container container
				? button(container, label) : Optional.empty();
			if (inner.isPresent()) return inner;
		}
		return Optional.empty();
	}

	@Test
	void aMendIsOneClick() throws Exception {
		assertEquals(Optional.of(REPLACE), pressed("Replace it").mend());
	}

	@Test
	void theDialogComesBackOrNothingMoreIsDone() throws Exception {
		assertEquals(FailureDialog.Answer.BACK, pressed("Back to the dialog"));
		assertTrue(pressed("Cancel").isCanceled());
	}

	@Test
	void whoClosesTheWindowCancels() throws Exception {
		final CompletableFuture<FailureDialog.Answer> answer = asked();
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeAndWait(question::dispose);
		assertTrue(answer.get(10, TimeUnit.SECONDS).isCanceled());
	}
}
