
package io.github.cnnclassifier.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.workflow.train.GuessedGroups;

/** The question about groups fits a small screen; nobody sees it here. */
class GroupsContentTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 40, 79, 80, 81, 255 })
	void namesOfAnyLengthAreToldWholeOnASmallScreen(final int length)
		throws Exception
	{
		final String name = "W".repeat(length);
		final AtomicReference<Dimension> size = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> size.set(GroupsDialog.content(
			new GuessedGroups("parent image", "some class/" + name + "_12.png", name,
				10, 0, List.of("class  training", "a  1"))).getPreferredSize()));
		assertTrue(size.get().width < 900 && size.get().height < 500, () -> "" +
			size.get());
	}
}
