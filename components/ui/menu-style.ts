/** The looks shared by every floating list: menus, selects, the command palette. */
export const menuPanelStyle =
  "z-50 max-w-96 overflow-y-auto rounded-lg border border-border bg-popover p-1 text-popover-foreground shadow-raised data-[state=open]:animate-pop";

export const menuItemStyle =
  "relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-[0.8125rem] outline-none [&:is([data-disabled=''],[data-disabled='true'])]:pointer-events-none [&:is([data-disabled=''],[data-disabled='true'])]:opacity-50 data-highlighted:bg-accent data-[selected=true]:bg-accent [&_svg:not([class*='size-'])]:size-4 [&_svg]:shrink-0";
