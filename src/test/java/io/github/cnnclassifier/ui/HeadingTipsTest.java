
package io.github.cnnclassifier.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Map;

import javax.swing.JTable;
import javax.swing.table.JTableHeader;

import org.junit.jupiter.api.Test;

class HeadingTipsTest {

	private static String tip(final JTableHeader header, final int column) {
		final Rectangle place = header.getHeaderRect(column);
		return header.getToolTipText(new MouseEvent(header, MouseEvent.MOUSE_MOVED,
			0, 0, (int) place.getCenterX(), (int) place.getCenterY(), 0, false));
	}

	@Test
	void aHeadingThatIsCutIsWholeInItsTipAndOthersSayMore() {
		final JTable table = new JTable(new Object[0][], new String[] { "",
			"A heading of many words", "Examples" });
		HeadingTips.of(table, Map.of(2, "Drag one"));
		table.setSize(120, 40);
		table.doLayout();
		final JTableHeader header = table.getTableHeader();
		header.setSize(120, 20);
		assertNull(tip(header, 0));
		assertEquals("A heading of many words", tip(header, 1));
		assertEquals("Drag one", tip(header, 2));
		table.moveColumn(2, 0);
		assertEquals("Drag one", tip(header, 0));
	}
}
