
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.swing.JDialog;
import javax.swing.JRootPane;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImageJ;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.ui.GroupsDialog;
import io.github.cnnclassifier.ui.ReportDialog;
import io.github.cnnclassifier.ui.ResultsDialog;
import io.github.cnnclassifier.ui.SizeDialog;
import io.github.cnnclassifier.workflow.SizeQuestion;
import io.github.cnnclassifier.workflow.Spending;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.GuessedGroups;

/**
 * The questions that commands ask, under a dark look: readable, by keyboard
 * alone, and Escape is the answer of who closes them. Needs a display.
 */
@Tag("gui")
class QuestionsGuiTest {

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	private enum Asked {

			SIZE(() -> new SizeDialog().ask("The image has 2000 x 2000 pixels"),
				SizeQuestion.Answer.CANCEL), REPORT(() -> new ReportDialog().asksToOpen(
					Path.of("report.html")), false), RESULTS(() -> new ResultsDialog()
						.ask(Optional.empty(), Spending.NOTHING, false),
						ResultsDialog.Answer.NOTHING), RESULTS_AND_REPORT(
							() -> new ResultsDialog().ask(Optional.of(Path.of("report.html")),
								Spending.HIDDEN, true), ResultsDialog.Answer.NOTHING), GROUPS(
									() -> new GroupsDialog().ask(new GuessedGroups("animal",
										"mouse1_01.png", "mouse1", 12, 3, List.of(
											"class    training  validation  test",
											"healthy        18           6     6"))),
									GroupQuestion.Answer.CANCEL);

		private final Supplier<Object> asking;
		private final Object escaped;

		Asked(final Supplier<Object> asking, final Object escaped) {
			this.asking = asking;
			this.escaped = escaped;
		}
	}

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@ParameterizedTest
	@EnumSource
	void readableByKeyboardAloneAndEscapeCloses(final Asked asked)
		throws Exception
	{
		try (DarkLook dark = new DarkLook()) {
			final CompletableFuture<Object> answer = CompletableFuture.supplyAsync(
				asked.asking);
			final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
				JDialog.class));
			WindowShots.save(question, "question-" + asked.name().toLowerCase(
				Locale.ROOT));
			Readability.check(question);
			Reachability.check(question);
			final JRootPane keys = question.getRootPane();
			EventQueue.invokeAndWait(() -> keys.dispatchEvent(new KeyEvent(keys,
				KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0, KeyEvent.VK_ESCAPE,
				(char) KeyEvent.VK_ESCAPE)));
			assertEquals(asked.escaped, answer.get(20, TimeUnit.SECONDS));
		}
	}
}
